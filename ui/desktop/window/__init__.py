"""The frame: main window, actions, menus, bars, sidebar and the layout of the panes."""
