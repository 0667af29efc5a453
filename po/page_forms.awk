# Writes what the page knows of ko.po as a module of JavaScript: the sentences about an answer, each
# with its translation. A string of C is one of JavaScript.
/^# / { is_wanted = /gisa-search says of an answer/ }
BEGIN { print "// Made of po/ko.po.\nexport const FORMS = [" }
is_wanted && sub(/^msgid /, "") { english = $0 }
is_wanted && english != "\"\"" && sub(/^msgstr /, "") { print "  [" english ", " $0 "]," }
END { print "];" }
