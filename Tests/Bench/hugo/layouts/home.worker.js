{{- $kept := slice (relURL "") (relURL "offline.html") -}}
{{- range partialCached "assets.html" . }}{{ if not (strings.HasSuffix . ".png") }}{{ $kept = $kept | append . }}{{ end }}{{ end -}}
const site = {{ dict "version" (md5 (delimit $kept " ")) "kept" $kept "offline" (relURL "offline.html") | jsonify }};
{{ (resources.Get "assets/service-worker.js").Content }}
