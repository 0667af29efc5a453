#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/mail/header.h"
#include "indexer/mail/transfer.h"
#include "indexer/readers/intake.h"
#include "tests/support/hwp_bytes.h"
#include "tests/support/packed.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

namespace fs = std::filesystem;

struct TextCase {
  const char* code;
  const char* text;
};

TEST(MailHeader, WordsAreDecoded) {
  const TextCase kCases[] = {
      {"=?UTF-8?B?7IyA6rCS?= 2025", "쌀값 2025"},
      {"=?euc-kr?B?vdKwqg==?=", "쌀값"},
      {"=?ks_c_5601-1987?Q?=BD=D2=B0=AA_=B0=AA?=", "쌀값 값"},
      {"=?ks_c_5601-1987?B?vdKw?=\r\n =?ks_c_5601-1987?B?qg==?=", "쌀값"},
      {"=?utf-8?B?7IyA6g==?= =?utf-8?B?sJI=?=", "쌀값"},
      {"=?utf-8?Q?a?= b =?utf-8?Q?c?=", "a b c"},
      {"=?utf-8?B?vdKwqg==?=", "쌀값"},  // the label lies
      {"=?iso-8859-1?B?vdKwqg==?=", "쌀값"},
      {"=?iso-8859-1?Q?gem=E4=DF?=", "gemäß"},
      {"=?iso-8859-1?Q?caf=E9?=", "café"},
      {"=?Shift_JIS?B?k/qWew==?=", "日本"},
      {"=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"},
      {"=?gb2312?B?1tC5+g==?=", "中国"},
      {"=?koi8-r?B?88X1zA==?=", "СеУл"},
      {"=?gb2312?B?7IyA6rCS?=", "쌀값"},  // the label lies
      {"\xBD\xD2\xB0\xAA", "쌀값"},
      {"=?utf-8?X?a?= =?", "=?utf-8?X?a?= =?"},
  };
  for (const TextCase& one : kCases) {
    const MailHeader header("Subject: " + std::string(one.code) + "\r\n");
    EXPECT_EQ(header.text("subject"), one.text) << one.code;
  }
}

TEST(MailHeader, FileNamesAreDecoded) {
  const TextCase kCases[] = {
      {"attachment; filename=\"a b.hwpx\"", "a b.hwpx"},
      {"attachment; filename*=utf-8''%EC%8C%80.hwpx", "쌀.hwpx"},
      {"attachment; filename*0*=euc-kr''%BD%D2; filename*1*=%B0%AA; filename*2=.hwp", "쌀값.hwp"},
      {"attachment; filename*0*=utf-8''%EC%8C; filename*1*=%80.hwp", "쌀.hwp"},
      {"attachment; filename=\"=?euc-kr?B?vdKwqg==?=.docx\"; size=3", "쌀값.docx"},
      {"attachment; size=3; FileName=a.txt", "a.txt"},
      {"attachment; filename=\"a;\\\"b\\\".txt\"", "a;\"b\".txt"},
  };
  for (const TextCase& one : kCases) {
    const MailHeader header("Content-Disposition: " + std::string(one.code));
    EXPECT_EQ(header.parameter("content-disposition", "filename"), one.text) << one.code;
  }
}

TEST(MailHeader, TheSenderIsANameNoAddress) {
  const TextCase kCases[] = {{"\"김서연\" <kim@daon.example>", "김서연"},
                             {"=?utf-8?B?6rmA7ISc7Jew?= <kim@daon.example>", "김서연"},
                             {"\"=?utf-8?B?6rmA7ISc7Jew?=\" <kim@daon.example>", "김서연"},
                             {"kim@daon.example (김서연)", "김서연"},
                             {"<kim@daon.example>", ""},
                             {"kim@daon.example", ""},
                             {"\"kim@daon.example\" <kim@daon.example>", ""}};
  for (const TextCase& one : kCases) EXPECT_EQ(name_of_sender(one.code), one.text) << one.code;
}

TEST(MailTransfer, WhatIsNoCodeIsPassedOver) {
  EXPECT_EQ(from_base64("vd\r\nKw qg=="), "\xBD\xD2\xB0\xAA");
  EXPECT_EQ(from_base64("YQ==YQ=="), "aa");
  EXPECT_EQ(from_uuencode("begin 644 a.txt\r\n#0V%T\r\n`\r\nend\r\n"), "Cat");
  EXPECT_EQ(from_quoted_printable("a=20b=\r\nc=zz="), "a bc=zz");
}

class Mails : public ::testing::Test {
 protected:
  // Bodies by their places.
  std::map<std::string, Article> read(const std::string& name, std::string_view bytes) {
    problems_.clear();
    std::map<std::string, Article> articles;
    const fs::path path = temp_.write(name, bytes);
    read_articles(
        {path, name, bytes.size(), 0, path.string()},
        [&](Article article, const std::string& place) { articles[place] = std::move(article); },
        [&](const Problem& problem) { problems_ += problem.where() + " " + problem.what + "\n"; });
    return articles;
  }

  test::TempFolder temp_;
  std::string problems_;
};

constexpr const char* kHead =
    "From: kim@daon.example\nTo: lee@daon.example\nDate: Tue, 4 Mar 2025 00:30:00 +0000\n";

std::string mail(const std::string& rest) { return kHead + rest; }

TEST_F(Mails, AreReadAsPeopleReadThem) {
  const TextCase kCases[] = {
      {"Subject: a\n\n쌀값이 올랐다.\n", "쌀값이 올랐다."},
      {"Content-Type: text/plain; charset=utf-8\n\n\xBD\xD2\xB0\xAA", "쌀값"},
      {"Content-Type: text/html; charset=euc-kr\nContent-Transfer-Encoding: base64\n\nPHA+vdKwqjwvcD4=",
       "쌀값"},
      {"Content-Type: text/plain; format=flowed\n\n쌀값이 \n올랐다.\n끝.", "쌀값이 올랐다.\n끝."},
      {"Content-Type: text/plain; format=flowed; DelSp=yes\n\n쌀값이 올 \n랐다.\n",
       "쌀값이 올랐다."},
      {"Content-Type: text/plain; format=flowed\n\n> 쌀값이 \n> 올랐다.\n>> 콩값이 \n> 올랐다. \n끝.\n From \n부산\n",
       "> 쌀값이 올랐다.\n>> 콩값이 \n> 올랐다. \n끝.\nFrom 부산"},
      {"Content-Type: text/x-note\n\n쌀값이 올랐다.", "쌀값이 올랐다."},
      {"Content-Type: multipart/alternative; boundary=b\n\n--b\n\n글이다.\n--b\nContent-Type: "
       "text/html\n\n<p>쪽이다.\n--b--\n",
       "글이다."},
      {"Content-Type: multipart/alternative; boundary=b\n\n--b\n\n \n--b\nContent-Type: "
       "text/html\n\n<p>쪽이다.\n--b--\n",
       "쪽이다."},
      {"Content-Type: multipart/mixed; boundary=\"b b\"\n\n없는 글\n--b b\n\n앞이다.\n--b b\nContent-Type: "
       "image/png\nContent-ID: <1>\n\nx\n--b b\n\n뒤다.\n",
       "앞이다.\n\n뒤다."},
  };
  for (const TextCase& one : kCases) {
    const auto articles = read("a.eml", mail(one.code));
    ASSERT_EQ(articles.size(), 1u) << one.code << problems_;
    EXPECT_EQ(articles.at("a.eml").body, one.text) << one.code;
    EXPECT_EQ(articles.at("a.eml").date, "2025-03-04T09:30");
    EXPECT_EQ(problems_, "");
  }
}

TEST_F(Mails, HoldWhatIsAttached) {
  const std::string document =
      test::packed({{"Contents/section0.xml", "<s><p><t>붙임이다.</t></p></s>"}}, "zip");
  const auto articles = read(
      "a.eml",
      mail(
          "Subject: =?utf-8?B?7IyA6rCS?=\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n글이다.\n"
          "--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; "
          "filename*=utf-8''%EB%B6%99%EC%9E%84.hwpx\nContent-Transfer-Encoding: 8bit\n\n") +
          document + "\n--b\nContent-Type: message/rfc822\n\n" +
          mail("Subject: b\n\n속에 든 글이다.") +
          "\n--b\nContent-Type: text/plain; name=a.txt\n\n메모다." +
          "\n--b\nContent-Type: text/plain; name=a.txt\n\n또 메모다.\n--b--\n");
  ASSERT_EQ(articles.size(), 5u) << problems_;
  EXPECT_EQ(articles.at("a.eml").title, "쌀값");
  EXPECT_EQ(articles.at("a.eml").body, "글이다.");
  EXPECT_EQ(articles.at("a.eml/붙임.hwpx").body, "붙임이다.");
  EXPECT_EQ(articles.at("a.eml/message.eml").body, "속에 든 글이다.");
  EXPECT_EQ(articles.at("a.eml/a.txt").body, "메모다.");
  EXPECT_EQ(articles.at("a.eml/a.txt (2)").body, "또 메모다.");
}

// As programs older than MIME send files.
TEST_F(Mails, HoldWhatIsWrittenIntoTheirText) {
  // What uuencode makes of "쌀값이 석 달째 올랐다."
  const std::string file =
      "begin 644 notes\\price.txt\n?[(R`ZK\"2[)VT(.R$G2#KBZSLI[@@[)BLZYZ0ZXND+@``\n`\nend\n";
  const auto articles =
      read("a.eml", mail("Subject: b\n\n붙임을 보십시오.\n\n" + file + "\n김서연"));
  ASSERT_EQ(articles.size(), 2u) << problems_;
  EXPECT_EQ(articles.at("a.eml").body, "붙임을 보십시오.\n\n\n김서연");
  EXPECT_EQ(articles.at("a.eml/price.txt").body, "쌀값이 석 달째 올랐다.");
  EXPECT_EQ(problems_, "");
  const std::string cut = file.substr(0, file.find("`\nend"));
  EXPECT_EQ(read("a.eml", mail("Subject: b\n\n" + cut)).at("a.eml").body,
            cut.substr(0, cut.size() - 1))
      << "without an end it is text";
  const std::string prose = "begin 644 과\nend 를 설명한다.";
  EXPECT_EQ(read("a.eml", mail("Subject: b\n\n" + prose)).at("a.eml").body, prose);
}

TEST_F(Mails, InsideOneAnotherHaveAnEnd) {
  std::string inner = mail("Subject: 0\n\n속이다.");
  for (int i = 1; i < 12; ++i) {
    inner = mail("Subject: a\nContent-Type: message/rfc822\n\n" + inner);
  }
  read("a.eml", inner);
  EXPECT_NE(problems_.find("is packed more than 6 times"), std::string::npos) << problems_;
}

TEST_F(Mails, OfAMailboxAreAnArticleEach) {
  const std::string box = "From kim@daon.example Tue Mar  4 09:30:00 2025\n" +
                          mail("Subject: a\n\n글이다.\nFrom now on, 1:1\n>From here\n") +
                          "\nFrom - Tue Mar  4 09:31:00 2025\n" + mail("Subject: b\n\n끝이다.\n");
  const auto articles = read("inbox", box);
  ASSERT_EQ(articles.size(), 2u) << problems_;
  EXPECT_EQ(articles.at("inbox#1").body, "글이다.\nFrom now on, 1:1\nFrom here");
  EXPECT_EQ(articles.at("inbox#2").title, "b");
}

// An attribute of a winmail.dat: its name and type, its data.
std::string attribute(std::uint32_t id, const std::string& data) {
  return test::number(2, 1) + test::number(id, 4) + test::number(data.size(), 4) + data +
         test::number(0, 2);
}

std::string with_winmail(const std::string& tnef) {
  return mail(
             "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n글이다.\n--b\nContent-Type: "
             "application/ms-tnef; name=winmail.dat\n\n") +
         tnef + "\n--b--\n";
}

TEST_F(Mails, HoldWhatOutlookPacks) {
  const std::string name = test::utf16("붙임.txt") + std::string(2, '\0');
  const std::string tnef =
      test::number(0x223E9F78, 4) + test::number(1, 2) + attribute(0x069003, "properties") +
      attribute(0x069002, "") + attribute(0x018010, std::string("A~1.TXT\0", 8)) +
      attribute(0x06800F, "붙임이다.") +
      attribute(0x069005, test::number(0x3707001F, 4) + test::number(1, 4) +
                              test::number(name.size(), 4) + name) +
      attribute(0x069002, "") + attribute(0x018010, std::string("\xB8\xDE\xB8\xF0.txt\0", 9)) +
      attribute(0x06800F, "메모다.");
  const auto articles = read("a.eml", with_winmail(tnef));
  ASSERT_EQ(articles.size(), 3u) << problems_;
  EXPECT_EQ(articles.at("a.eml/붙임.txt").body, "붙임이다.");
  EXPECT_EQ(articles.at("a.eml/메모.txt").body, "메모다.");
  EXPECT_EQ(problems_, "");
  for (std::size_t size = 0; size < tnef.size(); size += 3) {
    EXPECT_GE(read("a.eml", with_winmail(tnef.substr(0, size))).size(), 1u) << size;
  }
  EXPECT_EQ(read("a.eml", with_winmail("x")).size(), 1u);
  EXPECT_EQ(
      problems_,
      "a.eml/winmail.dat is packed by Outlook (TNEF), and no file is found in it; left out\n");
}

TEST_F(Mails, ThatAreInvitationsSayWhenAndWhere) {
  EXPECT_EQ(
      read(
          "a.eml",
          mail("Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: "
               "text/calendar; charset=utf-8\n\nBEGIN:VCALENDAR\nDESCRIPTION:시간대\nBEGIN:VEVENT\n"
               "DTSTART;TZID=Asia/Seoul:20250305T100000\nSUMMARY:쌀값 대책\n  회의\n"
               "DESCRIPTION:비축미\\, 수입쌀\\n논의\nLOCATION:한빛시청\nEND:VEVENT\n--b--\n"))
          .at("a.eml")
          .body,
      "쌀값 대책 회의\n2025-03-05 10:00\n한빛시청\n비축미, 수입쌀\n논의");
  const auto articles = read(
      "a.eml",
      mail(
          "Subject: =?utf-8?B?7IyA6rCS?= 회의\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n비축미를 "
          "말합니다.\n--b\nContent-Type: text/calendar; charset=utf-8\n\nBEGIN:VEVENT\nSUMMARY:쌀값회의\n"
          "DTSTART:20250305\nLOCATION:한빛시청\nDESCRIPTION:비축미를 말합니다.\nEND:VEVENT\n--b\n"
          "Content-Type: application/ics; name=invite.ics; charset=utf-8\nContent-Disposition: "
          "attachment\n\nBEGIN:VEVENT\nLOCATION:한빛시청\nEND:VEVENT\n--b--\n"));
  EXPECT_EQ(articles.at("a.eml").body, "비축미를 말합니다.\n2025-03-05\n한빛시청")
      << "what the text does not say";
  EXPECT_EQ(problems_, "");
}

// A newsletter in HTML has a few plain words for programs that show none.
TEST_F(Mails, ThatAreToBeReadAsHtmlAreReadSo) {
  const auto both = [&](const std::string& plain, const std::string& html) {
    return read("a.eml",
                mail("Content-Type: multipart/alternative; boundary=b\n\n--b\n\n" + plain +
                     "\n--b\nContent-Type: text/html; charset=utf-8\n\n" + html + "\n--b--\n"))
        .at("a.eml")
        .body;
  };
  std::string news;
  for (int i = 0; i < 9; ++i) news += "<p>한빛시가 새벽시장 수수료를 낮춘다고 밝혔다.</p>";
  EXPECT_EQ(both("HTML로 보십시오.",
                 "<div class=\"menu\">차례</div>" + news + "<footer>수신 거부</footer>")
                .substr(0, 6),
            "차례");
  EXPECT_EQ(both("쌀값이 올랐다.", "<p>쌀값이 올랐다.</p><p>김서연 드림</p>"), "쌀값이 올랐다.");
}

TEST_F(Mails, WithNothingToReadAreNamed) {
  EXPECT_TRUE(read("a.eml", mail("Content-Type: message/partial; id=1; number=2\n\n쌀값")).empty());
  EXPECT_EQ(problems_, "a.eml/message.eml has neither a subject nor a text; left out\n");
  EXPECT_TRUE(read("a.eml", mail("\n\n")).empty());
  EXPECT_EQ(problems_, "a.eml has neither a subject nor a text; left out\n");
  EXPECT_EQ(
      read("a.eml", mail("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/rtf"
                         "\n\n{\\rtf1 Rice.}\n--b--\n"))
          .at("a.eml/attachment")
          .body,
      "Rice.");
  EXPECT_EQ(problems_, "");
}

TEST_F(Mails, AreReadAsProgramsKeepThem) {
  const std::string plain = mail("\n쌀값이 올랐다.");
  for (const std::string& file :
       {std::to_string(plain.size()) + "\n" + plain + "<?xml version=\"1.0\"?><plist/>",
        "\xEF\xBB\xBF" + plain}) {
    const auto articles = read("a.emlx", file);
    ASSERT_EQ(articles.size(), 1u) << problems_;
    EXPECT_EQ(articles.at("a.emlx").body, "쌀값이 올랐다.");
    EXPECT_EQ(articles.at("a.emlx").date, "2025-03-04T09:30");
  }
  EXPECT_EQ(
      read(
          "a.eml",
          "Received: from a by b; Tue, 4 Mar 2025 00:30:00 +0000\nFrom: a\nTo: b\nDate: 화\n\n글이다.")
          .at("a.eml")
          .date,
      "2025-03-04T09:30");
}

TEST_F(Mails, ThatAreLockedAreNamed) {
  EXPECT_TRUE(
      read("a.eml", mail("Content-Type: multipart/encrypted; boundary=b\n\n--b\n\na\n--b--\n"))
          .empty());
  EXPECT_EQ(problems_, "a.eml is a mail that is encrypted; left out\n");
  EXPECT_TRUE(read("a.eml", mail("\n-----BEGIN PGP MESSAGE-----\n\nhQEM")).empty());
  EXPECT_EQ(problems_, "a.eml is a mail that is encrypted; left out\n");
  EXPECT_TRUE(
      read("a.eml", mail("Content-Type: application/pkcs7-mime; smime-type=signed-data\n\na"))
          .empty());
  EXPECT_EQ(problems_, "a.eml is a mail that is packed into its signature (S/MIME); left out\n");
}

TEST_F(Mails, ThatArePagesAreReadAsPages) {
  const auto articles = read(
      "a.mht",
      "From: <Saved by Blink>\nSnapshot-Content-Location: https://daon.example/1\nSubject: a\nDate: Tue, 4 "
      "Mar 2025 00:30:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
      "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<title>=EC=8C=80=EA=B0=92=\n"
      "</title><p>=EC=98=AC=EB=9E=90=EB=8B=A4.</p>\n--b--\n");
  ASSERT_EQ(articles.size(), 1u) << problems_;
  EXPECT_EQ(articles.at("a.mht").title, "쌀값");
  EXPECT_EQ(articles.at("a.mht").body, "올랐다.");
  EXPECT_EQ(articles.at("a.mht").url, "https://daon.example/1");
}

TEST_F(Mails, ThatArePagesOfFramesAreReadAsTheOneWithTheText) {
  const auto page = [&](const std::string& text) {
    std::string file =
        "From: <Saved by Blink>\nSubject: a\nDate: Tue, 4 Mar 2025 00:30:00 +0000\nMIME-Version: 1.0\n"
        "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n\n"
        "<title>쌀값</title>" +
        text + "<iframe src=\"cid:1\"></iframe>\n";
    std::string post = "<title>글</title><p>한빛시가 밝혔다.</p>";
    for (int i = 0; i < 20; ++i) post += "<p>쌀값이 올랐다고 말했다.</p>";
    for (const std::string& frame : {std::string("<p>광고</p>"), post}) {
      file += "--b\nContent-Type: text/html; charset=utf-8\n\n" + frame + "\n";
    }
    return read("a.mht", file + "--b--\n").at("a.mht");
  };
  EXPECT_EQ(page("<p>차례</p>").body.substr(0, 23), "한빛시가 밝혔다.");
  std::string story;
  for (int i = 0; i < 20; ++i) story += "<p>콩값이 내렸다고 말했다.</p>";
  EXPECT_EQ(page(story).title, "쌀값");
  EXPECT_EQ(page(story).body.substr(0, 10), "콩값이 ");
}

}  // namespace
}  // namespace gisa
