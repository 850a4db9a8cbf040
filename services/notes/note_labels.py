"""Labels of notes: listed, renamed, moved and removed. A label is named by its path, `name` or `outer/inner`."""

from __future__ import annotations

from library.labels import Label, LabelExists, all_labels, normalize_path, remove, rename, step

__all__ = ["Label", "LabelExists", "all_labels", "normalize_path", "remove", "rename", "step"]
