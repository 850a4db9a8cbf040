"""Arabic feminine ordinals, by which preambular paragraphs are named: الثالثة, الحادية والعشرون."""

from __future__ import annotations

LAST = 60
"""The last ordinal in words. Greater numbers are written in digits."""

_UNITS = ["", "الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة"]
_TENS = ["", "العاشرة", "العشرون", "الثلاثون", "الأربعون", "الخمسون", "الستون"]


def ordinal(number: int) -> str:
    """Return the definite feminine ordinal in the nominative, or the number in digits beyond LAST and below 1."""
    if not 1 <= number <= LAST:
        return str(number)
    tens, unit = divmod(number, 10)
    if not unit:
        return _TENS[tens]
    first = "الحادية" if unit == 1 and tens else _UNITS[unit]
    if tens == 1:
        return f"{first} عشرة"
    return f"{first} و{_TENS[tens]}" if tens else first
