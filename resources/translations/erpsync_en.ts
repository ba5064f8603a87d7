<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ActorTabs</name>
    <message numerus="yes">
        <source>{actor}: %n problems</source>
        <translation>
            <numerusform>{actor}: %n problem</numerusform>
            <numerusform>{actor}: %n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictPanel</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErpChangesDialog</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappingResults</name>
    <message numerus="yes">
        <source>%n of the selected fields were not changed.</source>
        <translation>
            <numerusform>%n of the selected fields was not changed.</numerusform>
            <numerusform>%n of the selected fields were not changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them could not be taken over as they are there:</source>
        <translation>
            <numerusform>%n of them could not be taken over as it is there:</numerusform>
            <numerusform>%n of them could not be taken over as they are there:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{actor}: %n fields were mapped, without a direction.</source>
        <translation>
            <numerusform>{actor}: %n field was mapped, without a direction.</numerusform>
            <numerusform>{actor}: %n fields were mapped, without a direction.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissingLine</name>
    <message numerus="yes">
        <source>{what} … and %n more.</source>
        <translation>
            <numerusform>{what} … and %n more.</numerusform>
            <numerusform>{what} … and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowLine</name>
    <message numerus="yes">
        <source>%n fields are selected; the keys work on all of them.</source>
        <translation>
            <numerusform>%n field is selected; the keys work on it.</numerusform>
            <numerusform>%n fields are selected; the keys work on all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScopeChoice</name>
    <message numerus="yes">
        <source>%n that are gone</source>
        <translation>
            <numerusform>%n that is gone</numerusform>
            <numerusform>%n that are gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
