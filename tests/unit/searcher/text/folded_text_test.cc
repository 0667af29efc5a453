#include "searcher/text/folded_text.h"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <map>
#include <random>
#include <set>
#include <utility>

#include "common/analysis/analyzer.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "searcher/words/analysed_word.h"

namespace gisa {
namespace {

FoldedText folded(std::string_view text, const std::vector<Span>& boilerplate = {}) {
  FoldedText out;
  out.assign(text, boilerplate);
  return out;
}

// Its characters, with a bar where nothing matches across.
std::string shown(const FoldedText& text) {
  std::string out;
  for (const char32_t c : text.chars()) {
    out += c == FoldedText::kBreak ? "|" : utf8(std::u32string(1, c));
  }
  return out;
}

std::string shown(std::string_view text) { return shown(folded(text)); }

// Its characters, with a blank before each that begins a word or a script.
std::string words_shown(std::string_view text) {
  const FoldedText of = folded(text);
  std::string out;
  for (std::size_t i = 0; i < of.size(); ++i) {
    if (of.chars()[i] == FoldedText::kBreak) continue;
    if (of.starts_word(i) && !out.empty()) out += ' ';
    out += utf8(of.chars().substr(i, 1));
  }
  return out;
}

std::string stems_end(std::string_view text) {
  const FoldedText of = folded(text);
  std::string out;
  for (std::size_t i = 0; i < of.size(); ++i) {
    out += utf8(of.chars().substr(i, 1));
    if (of.ends_stem(i)) out += '/';
  }
  return out;
}

TEST(FoldedText, SqueezesBlanksAndPunctuation) {
  EXPECT_EQ(shown("인공 지능"), "인공지능");
  EXPECT_EQ(shown(" 인공\t지능　시대 "), "인공지능시대");
  EXPECT_EQ(shown("‘전세’, (사기)·대책…“발표”"), "전세사기대책발표");
  EXPECT_EQ(shown("정치ㆍ경제 • 사회"), "정치경제사회");
  EXPECT_EQ(shown(""), "");
  EXPECT_EQ(shown(" … "), "");
}

TEST(FoldedText, FoldsCaseWidthAndCompatibilityForms) {
  EXPECT_EQ(shown("AI와 Samsung"), "ai와samsung");
  EXPECT_EQ(shown("ＡＩ　５Ｇ"), "ai5g");
  EXPECT_EQ(shown("㎏"), "kg");
  EXPECT_EQ(shown("ㄱㄴ"), shown("ᄀᄂ")) << "compatibility jamo";
}

TEST(FoldedText, KeepsANumberInOnePiece) {
  EXPECT_EQ(words_shown("3,000억 원"), "3000 억 원");
  EXPECT_EQ(words_shown("1,234,567명"), "1234567 명");
  EXPECT_EQ(words_shown("2020.02.03 오전"), "2020.02.03 오전");
  EXPECT_EQ(words_shown("금리 1.25%로"), "금리 1.25 % 로");
  EXPECT_EQ(words_shown("1,2위와 3.가 v1.2"), "1 2 위와 3 가 v 1.2");
}

TEST(FoldedText, SquashesJoinedLettersButEachPartBeginsAWord) {
  EXPECT_EQ(shown("R&D와 JD.com"), "r&d와jdcom");
  EXPECT_EQ(words_shown("R&D와 JD.com"), "r&d 와 jd com");
  EXPECT_EQ(folded("JD.com").words(), 1u);
  EXPECT_EQ(folded("A,B").words(), 2u);
}

TEST(FoldedText, BreaksWhereASentenceEnds) {
  EXPECT_EQ(shown("끝났다. 시작됐다."), "끝났다|시작됐다|");
  EXPECT_EQ(shown("정말? 그래! 좋다。 가자\n다음"), "정말|그래|좋다|가자|다음");
  EXPECT_EQ(shown("끝났다.”\n\n다음"), "끝났다|다음");
  EXPECT_EQ(shown("10.3% 줄었다"), "10.3%줄었다");
  EXPECT_EQ(shown("무료, 상담: 내일; 모레"), "무료상담내일모레");
  for (const char* const end : {".", "?", "!", "。", "？", "！"}) {
    EXPECT_EQ(shown(std::string("무료") + end + " 상담"), "무료|상담") << end;
    EXPECT_EQ(shown(std::string("무료") + end + "상담"), "무료|상담") << end;
  }
}

TEST(FoldedText, LeavesOutBoilerplate) {
  const std::string_view text = "본문이다 ▲사진 설명 다음";
  const std::size_t begin = text.find("▲");
  const std::size_t end = text.find(" 다음");
  const FoldedText of = folded(text, {{begin, end}});
  EXPECT_EQ(shown(of), "본문이다|다음");
  EXPECT_EQ(text.substr(of.source(5, 7).begin), "다음");
  EXPECT_EQ(shown(folded(text, {{0, text.size()}})), "|");
  EXPECT_EQ(shown(folded(text, {{0, begin}, {end, text.size()}})), "|사진설명|");
}

TEST(FoldedText, LeadsBackToTheBytes) {
  const FoldedText of = folded("인공 지능, ㎏ ＡI");
  EXPECT_EQ(of.source(0, 1), (Span{0, 3}));
  EXPECT_EQ(of.source(0, 4), (Span{0, 13}));
  EXPECT_EQ(of.source(2, 4), (Span{7, 13}));
  EXPECT_EQ(of.source(4, 5), (Span{15, 18})) << "k of ㎏";
  EXPECT_EQ(of.source(5, 6), (Span{15, 18})) << "g of ㎏";
  EXPECT_EQ(of.source(6, 8), (Span{19, 23}));
}

TEST(FoldedText, BeginsAWordAtABlankAndWhereTheScriptChanges) {
  EXPECT_EQ(words_shown("알리바바의 의료"), "알리바바의 의료");
  EXPECT_EQ(words_shown("AI반도체"), "ai 반도체");
  EXPECT_EQ(words_shown("코로나19를"), "코로나 19 를");
  EXPECT_EQ(words_shown("美중앙은행"), "美 중앙은행");
  EXPECT_EQ(words_shown("AI·반도체"), "ai 반도체");
  EXPECT_EQ(words_shown("인공(人工)지능"), "인공 人工 지능");
  EXPECT_EQ(words_shown("끝. 시작"), "끝 시작");
}

TEST(FoldedText, NumbersBlankSeparatedWords) {
  const FoldedText of = folded("알리바바의 AI반도체");
  EXPECT_EQ(of.word(0), of.word(4));
  EXPECT_NE(of.word(4), of.word(5));
  EXPECT_EQ(of.word(5), of.word(9)) << "a script change is no blank";
  EXPECT_EQ(of.words(), 2u);
}

TEST(FoldedText, EndsAStemBeforeParticlesAndEndings) {
  EXPECT_EQ(stems_end("알리바바에서는"), "알리바바/에서는/");
  EXPECT_EQ(stems_end("의료용"), "의료용/");
  EXPECT_EQ(stems_end("바나나"), "바나나/") << "나 is no particle here";
  EXPECT_EQ(stems_end("밥을"), "밥/을/") << "one syllable may be the word";
  EXPECT_EQ(stems_end("회의"), "회/의/");
  EXPECT_EQ(stems_end("AI반도체"), "ai/반도체/");
}

TEST(FoldedText, EndsNoStemWithAnEndingThatAClosingSignCutsOff) {
  EXPECT_EQ(stems_end("‘의료’는"), "의료/는");
  EXPECT_EQ(stems_end("1.25%로"), "1.25/%/로");
  EXPECT_EQ(stems_end("(의료)에서는"), "의료/에서는");
  EXPECT_EQ(stems_end("‘의료’ 는"), "의료/는/") << "a word of its own";
  EXPECT_EQ(stems_end("‘의료’법"), "의료/법/") << "no ending";
  EXPECT_EQ(stems_end("\"의료\"에서는"), "의료/에서는");
  EXPECT_EQ(stems_end("\"이란 핵\""), "이란/핵/") << "a straight quote that opens";
  EXPECT_EQ(stems_end("('이란 핵')"), "이란/핵/");
}

// Its pairs of syllables, those that the analyzer would not make in brackets.
std::string pairs_shown(std::string_view text) {
  const FoldedText of = folded(text);
  std::string out;
  for (std::size_t i = 0; i + 1 < of.size(); ++i) {
    if (of.word(i) != of.word(i + 1)) continue;
    const std::string pair = utf8(of.chars().substr(i, 2));
    if (!out.empty()) out += ' ';
    out += of.is_part_of_word(i, i + 2) ? pair : '(' + pair + ')';
  }
  return out;
}

TEST(FoldedText, TellsWhatIsStripped) {
  EXPECT_EQ(pairs_shown("하반기부터"), "하반 반기 (기부) (부터)");
  EXPECT_EQ(pairs_shown("알리바바"), "알리 리바 바바");
  EXPECT_EQ(pairs_shown("고속도로"), "고속 속도 도로") << "도로 may be a noun's end";
  EXPECT_EQ(pairs_shown("3일부터"), "3일 (일부) (부터)") << "one syllable stays behind a number";
  EXPECT_EQ(pairs_shown("서울부터19까지"), "서울 울부 부터 터1 19 (9까) (까지)");
  EXPECT_EQ(pairs_shown("‘의료’에서는"), "의료 (에서) (서는)");
  EXPECT_EQ(pairs_shown("“있다”고도 했다"), "있다 (고도) 했다") << "what quotes a sentence";
  EXPECT_EQ(pairs_shown("‘백두산’ 고도 2744m"), "백두 두산 고도 27 74 44 4m");
}

TEST(FoldedText, StripsALongWordOnceForAllItsPlaces) {
  std::string word;
  for (int i = 0; i < 50'000; ++i) word += "가나";
  const FoldedText of = folded(word);
  const auto start = std::chrono::steady_clock::now();
  std::size_t within = 0;
  for (std::size_t i = 0; i + 1 < of.size(); ++i) within += of.is_part_of_word(i, i + 2) ? 1 : 0;
  EXPECT_GT(within, 0u);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST(FoldedText, CanBeUsedAgain) {
  FoldedText of = folded("긴 글이 먼저 있었다. 그리고 또 있었다.");
  of.assign("의료");
  EXPECT_EQ(shown(of), "의료");
  EXPECT_EQ(of.source(0, 2), (Span{0, 6}));
  EXPECT_EQ(of.words(), 1u);
  of.assign("");
  EXPECT_EQ(of.size(), 0u);
}

TEST(FoldedChars, AreTheLettersAndNumbersAlone) {
  EXPECT_EQ(utf8(folded_chars("“무료 상담.” JD.com\n5G 1.6%")), "무료상담jdcom5g1.6%");
  EXPECT_TRUE(folded_chars("!?…").empty());
}

std::string random_text(std::mt19937& random) {
  constexpr std::array<const char*, 46> kPieces = {
      "알리바바", "의료", "가", "을",  "고", " ",  "  ", "\n", ".", ",",  "AI", "K",
      "19",       "3,0",  "5",  "000", "㎏", "ﬁ",  "·",  "ㆍ", "“", "”",  "’",  "'",
      "-",        "/",    "&",  "+",   "%",  "℃",  "$",  ":",  "_", "．", "，", "Ａ",
      "９",       "漢",   "か", "é",   "①",  "㈜", "㏂", "²",  "😀", "ㅋ"};
  std::string text;
  for (auto left = random() % 30; left > 0; --left) text += kPieces[random() % kPieces.size()];
  return text;
}

// The letters and digits of `chars`: a point between letters parts what is one term of the index.
std::u32string letters(std::u32string_view chars) {
  std::u32string out;
  for (const char32_t c : chars) {
    if (c != U'.' && c != U'&') out += c;
  }
  return out;
}

std::u32string chars_of(std::string_view term) {
  std::u32string chars;
  for (std::size_t at = 0; at < term.size(); at += decode_char(term, at).length) {
    chars += decode_char(term, at).value;
  }
  return chars;
}

// What stands between the bytes of `source`, and the numbers of the words that it is in.
struct Stretch {
  std::u32string chars;
  std::set<std::uint32_t> words;
};

Stretch read_at(const FoldedText& of, Span source) {
  Stretch out;
  for (std::size_t i = 0; i < of.size(); ++i) {
    const Span at = of.source(i, i + 1);
    const bool is_inside = at.begin >= source.begin && at.end <= source.end;
    if (!is_inside || of.chars()[i] == FoldedText::kBreak) continue;
    out.chars += of.chars()[i];
    out.words.insert(of.word(i));
  }
  return out;
}

void expect_what_the_analyzer_sees(const std::string& text) {
  SCOPED_TRACE(text);
  const FoldedText of = folded(text);
  TokenStream stream;
  Analyzer::current().analyze(text, stream);
  std::map<std::uint32_t, std::uint32_t> positions;  // of the analyzer's words, by number
  for (const Token& token : stream.tokens) {
    if (token.kind == TokenKind::junction) continue;  // K9 of K 9
    const auto [chars, words] = read_at(of, token.source);
    const std::u32string term = letters(chars_of(stream.term(token)));
    ASSERT_NE(letters(chars).find(term), std::u32string::npos) << stream.term(token);
    if (letters(chars) != term) continue;  // one of the letters of ㏂
    const bool has_point = chars.find(U'.') != std::u32string::npos;
    EXPECT_TRUE(words.size() == 1 || has_point) << stream.term(token);
    const auto position = positions.emplace(*words.begin(), token.position).first->second;
    EXPECT_EQ(position, token.position) << stream.term(token);
  }
}

TEST(FoldedText, SeesTheWordsThatTheAnalyzerSees) {
  for (const char* const text :
       {"한·미와 초·중·고, 전·현직은 5·18민주화운동을", "“부당하다.”고 ‘의료’는 '무료'법",
        "JD.com ＪＤ．ｃｏｍ é.com v1.2 R&D Johnson&Johnson Hourani＆Partners",
        "3,000억 ３，０００개 1,2위 28.6㎏.m 1.25%로 36.5℃의 $100만",
        "K 9 K-9 Wi-Fi U.S.가 .NET C++은", "㈜한빛 ⒈서론 ㋀ ㏂ⅱ ﷺ ①², riə.ciə",
        "나랏〮말〯ᄊᆞ미 ㅋㅋ ᄀᄂ", "한\u200b미 한\u200d미\u00ad동맹"}) {
    expect_what_the_analyzer_sees(to_nfc(text));
  }
  std::mt19937 random(20200204);
  for (int round = 0; round < 4000 && !HasFailure(); ++round) {
    expect_what_the_analyzer_sees(to_nfc(random_text(random)));
  }
}

TEST(FoldedText, KeepsItsOffsetsSaneOnAnyText) {
  std::mt19937 random(20200203);
  for (int round = 0; round < 2000 && !HasFailure(); ++round) {
    const std::string text = random_text(random);
    SCOPED_TRACE(text);
    const FoldedText of = folded(text);
    std::size_t before = 0;
    for (std::size_t i = 0; i < of.size(); ++i) {
      const Span span = of.source(i, i + 1);
      EXPECT_LE(before, span.begin);
      EXPECT_LT(span.begin, span.end);
      EXPECT_LE(span.end, text.size());
      EXPECT_TRUE(starts_char(text[span.begin]));
      EXPECT_TRUE(span.end == text.size() || starts_char(text[span.end]));
      if (i > 0) {
        EXPECT_LE(of.word(i - 1), of.word(i));
        EXPECT_FALSE(of.chars()[i] == 0 && of.chars()[i - 1] == 0) << "two breaks";
      }
      before = span.begin;
    }
  }
}

}  // namespace
}  // namespace gisa
