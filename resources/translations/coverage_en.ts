<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CoverageWords</name>
    <message numerus="yes">
        <source>%n citation(s)</source>
        <translation>
            <numerusform>%n citation</numerusform>
            <numerusform>%n citations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n document(s)</source>
        <translation>
            <numerusform>in %n document</numerusform>
            <numerusform>in %n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FetchList</name>
    <message numerus="yes">
        <source>Fetch list saved: %n instrument(s)</source>
        <translation>
            <numerusform>Fetch list saved: %n instrument</numerusform>
            <numerusform>Fetch list saved: %n instruments</numerusform>
        </translation>
    </message>
</context>
</TS>
