#include "tests/crash/hostile.h"
#include "tests/support/hwp_bytes.h"
#include "tests/support/packed.h"

namespace gisa::test {

namespace {

// A mail in a mail, and so on, each with a zip of one letter.
std::string mails_in_mails() {
  const std::string zip = packed({{"a.bin", std::string(30u << 20, 'a')}}, "zip");
  std::string mail = "Subject: 0\n\nx";
  for (std::size_t i = 0; i < 5; ++i) {
    const std::string border = "b" + std::to_string(i);
    mail = "From: a\nTo: b\nSubject: a\nContent-Type: multipart/mixed; boundary=" + border +
           "\n\n--" + border + "\nContent-Type: message/rfc822\n\n" + mail + "\n--" + border +
           "\nContent-Type: application/zip; name=a.zip\n\n" + zip + "\n--" + border + "--\n";
  }
  return mail;
}

// What Outlook packs: a million empty attributes, then files.
std::string winmail() {
  const auto attribute = [](std::uint64_t id, const std::string& data) {
    return number(2, 1) + number(id, 4) + number(data.size(), 4) + data + number(0, 2);
  };
  return "From: a\nTo: b\nSubject: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\na\n--b\n"
         "Content-Type: application/ms-tnef\n\n" +
         number(0x223E9F78, 4) + number(0, 2) + times(1'000'000, attribute(0x8010, "")) +
         times(300'000, attribute(0x9002, "") + attribute(0x800F, "a")) + "\n--b--\n";
}

}  // namespace

std::vector<Hostile> hostile_mails() {
  return {
      {"parts.eml", "1 article",
       [] {
         return "From: a\nTo: b\nSubject: a\nContent-Type: multipart/mixed; boundary=b\n\n" +
                times(1'000'000, "--b\n\na\n");
       }},
      {"multiparts.eml", "1 article",
       [] {
         return times(100'000, [](std::size_t i) {
           return "From: a\nTo: b\nSubject: a\nContent-Type: multipart/mixed; boundary=b" +
                  std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n";
         });
       }},
      {"winmail.eml", "1000 articles", winmail},
      {"line.mbox", "is longer than 64 MB",
       [] {
         return "From a@b Tue Mar  4 09:00:00 2025\nFrom: a\nTo: b\nSubject: a\n\n" +
                std::string(100u << 20, 'a');
       }},
      {"header.eml", "1 article",
       [] { return "From: a\nTo: b\nSubject: " + times(3'000'000, "a\n ") + "\n\na"; }},
      {"fields.eml", "1 article",
       [] { return "From: a\nTo: b\nSubject: a\n" + times(3'000'000, "X-A: b\n") + "\na"; }},
      {"calendar.eml", "1 article",
       [] {
         return "From: a\nTo: b\nSubject: a\nContent-Type: text/calendar\n\nBEGIN:VEVENT\nSUMMARY:a" +
                times(5'000'000, "\n a");
       }},
      {"uuencode.eml", "is empty",
       [] {
         return "From: a\nTo: b\nSubject: a\nContent-Type: text/x-note; name=a.txt\nContent-Transfer-Encoding: "
                "x-uuencode\n\nbegin 644 a.txt\n" +
                times(10'000'000, "_\n");
       }},
      {"words.eml", "1 article",
       [] { return "From: a\nTo: b\nSubject: " + times(1'000'000, "=?utf-8?Q?=EC?= ") + "\n\na"; }},
      {"open-words.eml", "1 article",
       [] { return "From: a\nTo: b\nSubject: " + times(3'000'000, "=?a?Q?") + "\n\na"; }},
      {"long.eml", "1 article",
       [] { return "From: a\nTo: b\nSubject: a\n\n" + times(1'000'000, "a\n"); }},
      {"letters.eml", "more than 250 times its size", mails_in_mails},
  };
}

}  // namespace gisa::test
