<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AnnotationController</name>
    <message>
        <source>There is no mark here</source>
        <translation>لا علامة هنا</translation>
    </message>
    <message>
        <source>Removed; undo brings it back</source>
        <translation>أُزيلت؛ التراجع يسترجعها</translation>
    </message>
    <message>
        <source>Stance taken back</source>
        <translation>سُحب الموقف</translation>
    </message>
    <message>
        <source>You have taken no stance here</source>
        <translation>لم تتخذ موقفًا هنا</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>حُفظت الملاحظة</translation>
    </message>
</context>
<context>
    <name>CitationController</name>
    <message>
        <source>No citation stands at the caret. Select words to mark them as one.</source>
        <translation>لا استشهاد عند المؤشّر. ظلّل كلمات لتجعلها استشهادًا.</translation>
    </message>
    <message>
        <source> or </source>
        <comment>joins symbols</comment>
        <translation> أو </translation>
    </message>
    <message>
        <source>Citation, ambiguous: %1</source>
        <translation>استشهاد ملتبس: %1</translation>
    </message>
    <message>
        <source>Citation, not recognised</source>
        <translation>استشهاد لم يُعرف المقصود به</translation>
    </message>
    <message>
        <source>Citation: %1, in library</source>
        <translation>استشهاد: %1، في المكتبة</translation>
    </message>
    <message>
        <source>Citation: %1, not in library</source>
        <translation>استشهاد: %1، ليس في المكتبة</translation>
    </message>
    <message>
        <source>It is %1</source>
        <translation>المقصود %1</translation>
    </message>
    <message>
        <source>Mark as a citation…</source>
        <translation>جعل الكلمات المظلّلة استشهادًا…</translation>
    </message>
    <message>
        <source>Open what is cited</source>
        <translation>فتح الصكّ المستشهد به</translation>
    </message>
    <message>
        <source>Open it beside the text</source>
        <translation>فتحه إلى جانب النصّ</translation>
    </message>
    <message>
        <source>Import what is cited…</source>
        <translation>استيراد الصكّ المستشهد به…</translation>
    </message>
    <message>
        <source>What else cites it</source>
        <translation>ما يستشهد به أيضًا</translation>
    </message>
    <message>
        <source>Copy its link</source>
        <translation>نسخ رابطه</translation>
    </message>
    <message>
        <source>Open it in the browser</source>
        <translation>فتحه في المتصفّح</translation>
    </message>
    <message>
        <source>Correct this citation…</source>
        <translation>تصويب هذا الاستشهاد…</translation>
    </message>
    <message>
        <source>This is not a citation</source>
        <translation>هذا ليس استشهادًا</translation>
    </message>
    <message>
        <source>As the program found it</source>
        <translation>كما وجده البرنامج</translation>
    </message>
</context>
<context>
    <name>CitationOverrideController</name>
    <message>
        <source>Citation corrected</source>
        <translation>صُوّب الاستشهاد</translation>
    </message>
    <message>
        <source>No longer taken for a citation</source>
        <translation>لم يعد يُعدّ استشهادًا</translation>
    </message>
    <message>
        <source>Citation as the program found it again</source>
        <translation>عاد الاستشهاد كما وجده البرنامج</translation>
    </message>
</context>
<context>
    <name>CompanionController</name>
    <message>
        <source>No citation stands at the caret.</source>
        <translation>لا استشهاد عند المؤشر.</translation>
    </message>
    <message>
        <source>%1 was not found in this text; it is shown from its beginning.</source>
        <translation>لم يُعثر في هذا النص على %1؛ وهو معروض من أوله.</translation>
    </message>
</context>
<context>
    <name>CoverageController</name>
    <message>
        <source>Counting citations</source>
        <translation>إحصاء الاستشهادات</translation>
    </message>
    <message>
        <source>The library holds all of them; there is nothing to fetch.</source>
        <translation>كلها في المكتبة؛ لا شيء ناقص.</translation>
    </message>
    <message>
        <source>The fetch list could not be saved.</source>
        <translation>تعذّر حفظ قائمة الصكوك الناقصة.</translation>
    </message>
    <message numerus="yes">
        <source>Fetch list saved: %n instrument(s)</source>
        <translation>
            <numerusform>حُفظت قائمة الصكوك الناقصة: لا صكوك</numerusform>
            <numerusform>حُفظت قائمة الصكوك الناقصة: صك واحد</numerusform>
            <numerusform>حُفظت قائمة الصكوك الناقصة: صكّان</numerusform>
            <numerusform>حُفظت قائمة الصكوك الناقصة: %n صكوك</numerusform>
            <numerusform>حُفظت قائمة الصكوك الناقصة: %n صكًّا</numerusform>
            <numerusform>حُفظت قائمة الصكوك الناقصة: %n صك</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentController</name>
    <message>
        <source>Removed from the library; undo brings it back, your notes stay</source>
        <translation>أُزيلت من المكتبة؛ التراجع يسترجعها، وملاحظاتك باقية</translation>
    </message>
    <message>
        <source>Bookmark added</source>
        <translation>وُضعت العلامة</translation>
    </message>
    <message>
        <source>Bookmark removed</source>
        <translation>أُزيلت العلامة</translation>
    </message>
</context>
<context>
    <name>ExternalLinks</name>
    <message>
        <source>{symbol} is not in the library. Its link was copied.</source>
        <translation>الوثيقة {symbol} ليست في المكتبة. نُسخ رابطها.</translation>
    </message>
    <message>
        <source>{symbol} is not in the library.</source>
        <translation>الوثيقة {symbol} ليست في المكتبة.</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>نُسخ الرابط</translation>
    </message>
    <message>
        <source>No link is known for this document.</source>
        <translation>لا يُعرف رابط لهذه الوثيقة.</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>فتح في المتصفح</translation>
    </message>
</context>
<context>
    <name>ImportController</name>
    <message>
        <source>Importing {done} of {total}</source>
        <translation>استيراد {done} من {total}</translation>
    </message>
    <message>
        <source>This library cannot be written, so nothing can be imported into it.</source>
        <translation>لا يمكن الكتابة في هذه المكتبة، فلا يُستورد إليها شيء.</translation>
    </message>
    <message numerus="yes">
        <source>%n instrument(s) added to the catalogue</source>
        <translation>
            <numerusform>لم تُضف صكوك إلى فهرس الصكوك</numerusform>
            <numerusform>أُضيف صك واحد إلى فهرس الصكوك</numerusform>
            <numerusform>أُضيف صكّان إلى فهرس الصكوك</numerusform>
            <numerusform>أُضيفت %n صكوك إلى فهرس الصكوك</numerusform>
            <numerusform>أُضيف %n صكًّا إلى فهرس الصكوك</numerusform>
            <numerusform>أُضيف %n صك إلى فهرس الصكوك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be imported.</source>
        <translation>
            <numerusform>لم يتعذّر استيراد أي ملف.</numerusform>
            <numerusform>تعذّر استيراد ملف واحد.</numerusform>
            <numerusform>تعذّر استيراد ملفين.</numerusform>
            <numerusform>تعذّر استيراد %n ملفات.</numerusform>
            <numerusform>تعذّر استيراد %n ملفًا.</numerusform>
            <numerusform>تعذّر استيراد %n ملف.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>ولا شيء غيرها.</numerusform>
            <numerusform>وملف آخر.</numerusform>
            <numerusform>وملفان آخران.</numerusform>
            <numerusform>و%n ملفات أخرى.</numerusform>
            <numerusform>و%n ملفًا آخر.</numerusform>
            <numerusform>و%n ملف آخر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other %n file(s) were imported.</source>
        <translation>
            <numerusform>ولم يُستورد غيرها.</numerusform>
            <numerusform>واستُورد الملف الآخر.</numerusform>
            <numerusform>واستُورد الملفان الآخران.</numerusform>
            <numerusform>واستُورد الباقي (%n).</numerusform>
            <numerusform>واستُورد الباقي (%n).</numerusform>
            <numerusform>واستُورد الباقي (%n).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MaintenanceController</name>
    <message>
        <source>Rebuilding the index</source>
        <translation>يُعاد بناء الفهرس</translation>
    </message>
    <message>
        <source>Finding citations anew: %1 of %2</source>
        <translation>إعادة التعرّف على الاستشهادات: %1 من %2</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>row %1: %2</source>
        <translation>الصف %1: %2</translation>
    </message>
    <message>
        <source>row %1, field %2: %3</source>
        <translation>الصف %1، الحقل %2: %3</translation>
    </message>
</context>
<context>
    <name>NotesController</name>
    <message numerus="yes">
        <source>%n note(s) moved or to be looked at</source>
        <translation>
            <numerusform>لا ملاحظات انتقلت أو تحتاج إلى نظر</numerusform>
            <numerusform>ملاحظة واحدة انتقلت أو تحتاج إلى نظر</numerusform>
            <numerusform>ملاحظتان انتقلتا أو تحتاجان إلى نظر</numerusform>
            <numerusform>%n ملاحظات انتقلت أو تحتاج إلى نظر</numerusform>
            <numerusform>%n ملاحظة انتقلت أو تحتاج إلى نظر</numerusform>
            <numerusform>%n ملاحظة انتقلت أو تحتاج إلى نظر</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed: {name}</source>
        <translation>أُزيلت: {name}</translation>
    </message>
    <message>
        <source>Brought back from the trash</source>
        <translation>استُرجعت من المحذوفات</translation>
    </message>
    <message>
        <source>Select its words in the text, then choose “Let the note stand on these words”</source>
        <translation>حدّد كلماتها في النصّ ثم اختر «نقل الملاحظة إلى هذه الكلمات»</translation>
    </message>
    <message>
        <source>The note stands there now</source>
        <translation>الملاحظة قائمة هناك الآن</translation>
    </message>
    <message>
        <source>Rename this label</source>
        <translation>إعادة تسمية هذا الوسم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>There is another label of that name</source>
        <translation>هناك وسم آخر بهذا الاسم</translation>
    </message>
    <message>
        <source>Label moved</source>
        <translation>نُقل الوسم</translation>
    </message>
    <message>
        <source>Label removed; its notes stay</source>
        <translation>أُزيل الوسم وبقيت ملاحظاته</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>إفراغ المحذوفات</translation>
    </message>
    <message>
        <source>Drop for good what lies in the trash? A copy is made before.</source>
        <translation>أتُحذف المحذوفات نهائيًا؟ تُحفظ نسخة قبل ذلك.</translation>
    </message>
    <message>
        <source>Something else was changed since then</source>
        <translation>تغيّر شيء آخر بعد ذلك</translation>
    </message>
</context>
<context>
    <name>NotesTransfer</name>
    <message>
        <source>Notes written to a file</source>
        <translation>كُتبت الملاحظات في ملف</translation>
    </message>
    <message>
        <source>{added} added, {changed} changed</source>
        <translation>أُضيفت {added} وتغيّرت {changed}</translation>
    </message>
    <message>
        <source>Some notes could not be read.</source>
        <translation>تعذّرت قراءة بعض الملاحظات.</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Paragraph {label}</source>
        <translation>الفقرة {label}</translation>
    </message>
    <message>
        <source>Paragraph {label} of {count}</source>
        <translation>الفقرة {label} من {count}</translation>
    </message>
</context>
<context>
    <name>SearchController</name>
    <message>
        <source>Search for these words</source>
        <translation>البحث عن هذه الكلمات</translation>
    </message>
    <message>
        <source>Search for this phrase</source>
        <translation>البحث عن هذه العبارة</translation>
    </message>
</context>
<context>
    <name>UndoController</name>
    <message>
        <source>Undone</source>
        <translation>تمّ التراجع</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>لا شيء يُتراجع عنه</translation>
    </message>
    <message>
        <source>Correction undone</source>
        <translation>أُلغي التصويب</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>أُعيد ما تُراجع عنه</translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation>لا شيء يُعاد</translation>
    </message>
    <message>
        <source>Correction done again</source>
        <translation>أُعيد التصويب</translation>
    </message>
    <message>
        <source>There is no correction to undo.</source>
        <translation>لا تصويب يُلغى.</translation>
    </message>
</context>
</TS>
