"""The style sheet of a whole text with its notes, for the screen and for paper."""

from __future__ import annotations

STYLE = """
h1, h2, h3 { line-height: 1.5; } h3 { font-size: 1em; }
.statement { font-size: .8em; line-height: 1.6; border-inline-start: .25em solid #b0902f; padding-inline-start: 1em; }
.statement p { margin: .2em 0; overflow-wrap: anywhere; }
.provision { display: grid; grid-template-columns: 4.2em 1fr; column-gap: .8em; margin-block: .9em; }
.provision > .label { font: .68rem/1.1rem sans-serif; color: #69655c; padding-block-start: .6rem; text-align: end; }
.provision > * { margin: 0; white-space: pre-line; } .provision > p { text-align: justify; }
.provision > h2 { font-size: 1.15em; }
.provision .level-1 { margin-inline-start: 2em; } .provision .level-2 { margin-inline-start: 4em; }
.provision .level-3 { margin-inline-start: 6em; }
.verb { font-style: normal; font-weight: bold; }
:lang(en) > .provision .verb { font-style: italic; font-weight: normal; }
ins { text-decoration: underline dotted #8a6d1c; } .suspected { border-bottom: 1px dashed #a33; }
mark { padding-block: .34em; } mark mark { padding-block: .17em; } mark mark mark { padding-block: 0; }
mark.plain { border-bottom: 2px solid #0b5c7a; padding-block: 0; }
sup { line-height: 0; font-size: .75em; }
.to-note { unicode-bidi: isolate; margin-inline: .15em; } .to-note a, .to-words a:first-child {
  font: 600 .9em sans-serif; color: #0b5c7a; text-decoration: none; border: 1px solid; border-radius: .7em;
  padding: 0 .4em; }
.note { font-size: .85em; line-height: 1.6; background: #f4f1e8; border-inline-start: .25em solid #0b5c7a;
  padding: .4em 1em; margin: .5em 0 1em; break-inside: avoid; }
[dir=rtl] > .note, footer[dir=rtl] .note { margin-right: 4.8em; }
[dir=ltr] > .note, footer[dir=ltr] .note { margin-left: 4.8em; }
.note p { margin-block: .2em; } .to-words { float: inline-start; margin-inline-end: .7em; }
.note blockquote { text-align: start; } .note blockquote mark { padding-block: .1em; }
footer { border-top: 1px solid #8a8476; margin-top: 2em; } .remark { color: #7a3b1e; }
.footnotes { list-style: none; padding: 0; font-size: .9em; } .footnotes li { margin-block: .4em; }
:target { outline: 2px solid #0b5c7a; }
@page { margin: 2cm; }
@media print { p { orphans: 2; widows: 2; } .note { background: none; border-color: #0b5c7a; }
  .provision > .label { color: #555; } }
"""
"""Added to the style of notes as a list."""
