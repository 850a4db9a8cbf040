"""The reader. A layer imports from itself and from those above it.

- Text and positions: display, shown_text (spans, selection), hotspots, highlight_ranges (notes)
- Layout: metrics, justify, text_formats, layout, idle_layout, text_geometry (rectangles of spans)
- Painting: overlay_painter (the state of all marks, and how they are painted)
- Text widget: canvas (scrolling, places, current provision, caret and selection)
- Interaction, without access to the view: input, link_highlighter, annotation_overlay, clipboard, context_menu,
  annotation_menu, correction_popup
- View: view (connects these to the canvas, emits a signal for each user action)
- Beside the text: gutter, margin, note_editor, annotation_palette
- Pane: page (one text with its widgets), pane (all open texts), tabs, banner, find_bar
"""
