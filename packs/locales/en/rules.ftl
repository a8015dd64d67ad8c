# Messages about rules in the language of YARA, which investigators bring to a search.

# Shown when rules take too much when compiled. $limit is a number of bytes.
rules-compiled-too-large = Compiled, these rules take more than { $limit } bytes.
    .do = Give fewer rules at once, and search again with the others.

# Shown when a file of rules wants another file to be included. $file is a path, $line and $column are numbers.
rules-include = { $file }, line { $line }, column { $column }: “include” is not supported.
    .do = Take that line out, and give the other file by a --rules of its own.

# Shown when a file of rules wants a module that this program does not have. $file is a path, $line and $column are numbers, $module is a name.
rules-module = { $file }, line { $line }, column { $column }: there is no module “{ $module }” here.
    .do = The modules hash, math and string are there. Take out the import and the rules that need it, or run these rules with YARA itself.

# Shown when a file of rules has no rule. $file is a path.
rules-none = There is no rule in { $file }.
    .do = Check that it is the right file. A rule reads: rule name { "{" } strings: $a = "text" condition: $a { "}" }

# Shown when the compiled rules do not belong to this program.
rules-not-compiled = The rules did not come to the search as they were compiled.
    .do = Run the command again. If it happens again, the program was replaced while it ran, or it has a fault: report it.

# Shown when the files of rules are too long. $limit is a number of bytes.
rules-too-large = The files of rules have more than { $limit } bytes together.
    .do = Give fewer rules at once, and search again with the others.

# Shown when there are too many rules. $limit is a number.
rules-too-many = There are more than { $limit } rules.
    .do = Give fewer rules at once, and search again with the others.

# Shown when rules took too long for one part of a file. $path is its place, $limit is a number of seconds.
rules-too-slow = The rules took longer than { $limit } seconds for { $path }, and were not asked further about it.
    .do = Look for rules with loops over large ranges or with strings of few bytes, and make them narrower.

# Shown when the text of rules is wrong. $file is a path, $line and $column are numbers, $reason is what the compiler says, in English.
rules-wrong = { $file }, line { $line }, column { $column }: { $reason }.
    .do = Correct the rule there and run the command again. Nothing was searched.
