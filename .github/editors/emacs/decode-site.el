;;; decode-site.el --- findings of decode-site in a compilation buffer  -*- lexical-binding: t -*-

;; M-x compile RET decode-site check RET; `next-error' goes to the next finding.

;;; Code:

(require 'compile)

(add-to-list 'compilation-error-regexp-alist 'decode-site)
(add-to-list 'compilation-error-regexp-alist-alist
             '(decode-site "^\\([^ \n][^\n]*?\\):\\([0-9]+\\):\\([0-9]+\\): \\(?:error\\|\\(warning\\)\\): " 1 2 3 (4)))

;; Columns count characters, not places on the screen.
(defun decode-site-columns (_process)
  "Read columns as numbers of characters when `decode-site' runs in this buffer."
  (when (string-match-p "decode-site" (or (car compilation-arguments) ""))
    (setq-local compilation-error-screen-columns nil)))
(add-hook 'compilation-start-hook #'decode-site-columns)

(provide 'decode-site)
;;; decode-site.el ends here
