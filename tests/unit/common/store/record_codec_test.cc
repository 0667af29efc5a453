#include "common/store/record_codec.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "gisa/error.h"

namespace gisa {
namespace {

std::string record(int number) {
  return fmt::format(
      "{}번째 소식. 시의회는 {}일 본회의에서 내년 예산안 {}억 원을 의결했다. 교육과 복지에 가장 많이 쓴다. "
      "반대한 의원은 {}명이었다.",
      number, number % 28 + 1, number * 37 % 900, number % 13);
}

std::vector<std::string> records(int count) {
  std::vector<std::string> all;
  for (int i = 0; i < count; ++i) all.push_back(record(i));
  return all;
}

TEST(RecordCodec, GivesBackWhatItPacked) {
  RecordPacker packer;
  RecordUnpacker unpacker;
  for (const std::string& text :
       {std::string(), std::string("가"), std::string(3, '\0'), record(1)}) {
    EXPECT_EQ(unpacker.unpack(packer.pack(text)), text);
  }
}

TEST(RecordCodec, PacksBetterWithADictionaryOfItsKind) {
  const std::string dictionary = train_dictionary(records(8000));
  ASSERT_FALSE(dictionary.empty());
  RecordPacker with(dictionary);
  RecordPacker without;
  const std::string text = record(9001);
  EXPECT_EQ(RecordUnpacker(dictionary).unpack(with.pack(text)), text);
  EXPECT_LT(with.pack(text).size() * 2, without.pack(text).size());
}

TEST(RecordCodec, LearnsNothingFromTooLittle) { EXPECT_EQ(train_dictionary(records(100)), ""); }

TEST(RecordCodec, DamageIsAnError) {
  RecordUnpacker unpacker;
  const std::string packed = RecordPacker().pack(record(5));
  EXPECT_THROW(unpacker.unpack(""), Error);
  EXPECT_THROW(unpacker.unpack("no frame"), Error);
  EXPECT_THROW(unpacker.unpack(packed.substr(0, packed.size() / 2)), Error);
  RecordPacker with(train_dictionary(records(8000)));
  EXPECT_THROW(unpacker.unpack(with.pack(record(5))), Error);
}

TEST(RecordCodec, RefusesEveryFlippedBit) {
  RecordUnpacker unpacker;
  const std::string record =
      "알리바바가 의료용 인공지능을 공개했다. 알리바바는 올해 병원 열 곳에 낸다.";
  const std::string packed = RecordPacker().pack(record);
  for (std::size_t bit = 0; bit < 8 * packed.size(); ++bit) {
    std::string damaged = packed;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
    try {
      EXPECT_EQ(unpacker.unpack(damaged), record) << "bit " << bit;  // one that means nothing
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::database_damaged);
    }
  }
}

}  // namespace
}  // namespace gisa
