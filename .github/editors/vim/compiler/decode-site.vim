" :compiler decode-site, then :make; the quickfix list holds the findings, each with its help.
if exists("current_compiler") | finish | endif
let current_compiler = "decode-site"

CompilerSet makeprg=decode-site\ check\ --color\ never
" The first line is the finding, the last we take is its help; the excerpt and the line as it would become stand between and behind.
CompilerSet errorformat=%E%f:%l:%c:\ error:\ %m,%W%f:%l:%c:\ warning:\ %m,%Z\ \ \ \ help:\ %m,%-C\ \ \ \ %.%#,%-G%.%#
