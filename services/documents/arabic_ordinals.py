"""Arabic feminine ordinals, as a preambular paragraph is called: الثالثة, الحادية والعشرون."""

from __future__ import annotations

LAST = 60
"""The last ordinal in words; beyond it a number is used."""

_UNITS = ["", "الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة"]
_TENS = ["", "العاشرة", "العشرون", "الثلاثون", "الأربعون", "الخمسون", "الستون"]


def ordinal(number: int) -> str:
    """Return the definite feminine ordinal in the nominative; beyond LAST, or below 1, the number in digits."""
    if not 1 <= number <= LAST:
        return str(number)
    tens, unit = divmod(number, 10)
    if not unit:
        return _TENS[tens]
    first = "الحادية" if unit == 1 and tens else _UNITS[unit]
    if tens == 1:
        return f"{first} عشرة"
    return f"{first} و{_TENS[tens]}" if tens else first
