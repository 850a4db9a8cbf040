<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CoverageController</name>
    <message numerus="yes">
        <source>Fetch list saved: %n instrument(s)</source>
        <translation>
            <numerusform>Fetch list saved: %n instrument</numerusform>
            <numerusform>Fetch list saved: %n instruments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportController</name>
    <message numerus="yes">
        <source>%n instrument(s) added to the catalogue</source>
        <translation>
            <numerusform>%n instrument added to the catalogue</numerusform>
            <numerusform>%n instruments added to the catalogue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be imported.</source>
        <translation>
            <numerusform>%n file could not be imported.</numerusform>
            <numerusform>%n files could not be imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other %n file(s) were imported.</source>
        <translation>
            <numerusform>The other file was.</numerusform>
            <numerusform>The other %n were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesController</name>
    <message numerus="yes">
        <source>%n note(s) moved or to be looked at</source>
        <translation>
            <numerusform>%n note moved or to be looked at</numerusform>
            <numerusform>%n notes moved or to be looked at</numerusform>
        </translation>
    </message>
</context>
</TS>
