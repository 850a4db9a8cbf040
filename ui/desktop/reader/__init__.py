"""The reader: open texts on pages, as a tower of values, layout, widgets and the pane.

display, shown_text        text and positions: received, reading, displayed; spans and the selection
hotspots, highlight_ranges places that answer to the pointer; notes as ranges of provisions
metrics, justify, layout, idle_layout, text_formats, text_geometry
sizes, lines, lazy layout, character formats, rectangles of spans
overlay_painter            the state of everything that is marked, and its painting
canvas                     the text widget: scrolling, current provision, caret and selection
input, link_highlighter, annotation_overlay, clipboard, context_menu, correction_popup
mouse and keys, linked marks, notes, copying; each is given values and emits signals
view                       connects these to the canvas and emits a signal for each user action
gutter, margin, note_editor, annotation_palette
widgets beside and above the text, placed by the canvas
page, pane, tabs, banner, find_bar
one text with its widgets; all open texts
"""
