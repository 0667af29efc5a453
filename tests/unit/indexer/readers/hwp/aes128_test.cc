#include "indexer/readers/hwp/aes128.h"

#include <gtest/gtest.h>

#include <string>

#include "indexer/readers/hwp/distribution.h"
#include "tests/support/hwp_bytes.h"

namespace gisa {
namespace {

std::string bytes_of(const std::string& hexadecimal) {
  std::string bytes;
  for (std::size_t at = 0; at < hexadecimal.size(); at += 2) {
    bytes += static_cast<char>(std::stoi(hexadecimal.substr(at, 2), nullptr, 16));
  }
  return bytes;
}

// FIPS 197, appendices B and C.1.
TEST(Aes128, DeciphersTheExamplesOfTheStandard) {
  const struct {
    const char* key;
    const char* plain;
    const char* enciphered;
  } rows[] = {
      {"2b7e151628aed2a6abf7158809cf4f3c", "3243f6a8885a308d313198a2e0370734",
       "3925841d02dc09fbdc118597196a0b32"},
      {"000102030405060708090a0b0c0d0e0f", "00112233445566778899aabbccddeeff",
       "69c4e0d86a7b0430d8cdb78070b4c55a"},
  };
  for (const auto& row : rows) {
    const std::string plain = bytes_of(row.plain);
    const std::string enciphered = bytes_of(row.enciphered);
    const std::string key = bytes_of(row.key);
    EXPECT_EQ(decipher_aes128(enciphered, key), plain);
    EXPECT_EQ(decipher_aes128(enciphered + enciphered, key), plain + plain);
    EXPECT_EQ(decipher_aes128(enciphered + "behind", key), plain);
    EXPECT_EQ(decipher_aes128("short", key), "");
  }
}

TEST(Distribution, ItsKeyLiesInItsFirstRecord) {
  const std::string stream = "장서 오만 권을 갖춘 도서관이 문을 연다.";
  const std::string enciphered = test::enciphered(stream);
  EXPECT_EQ(enciphered.find("도서관"), std::string::npos);
  EXPECT_EQ(decipher_distribution(enciphered).value_or("").substr(0, stream.size()), stream);
}

TEST(Distribution, WithoutAKeyThereIsNothing) {
  const std::string enciphered = test::enciphered("쌀값");
  for (const std::string& stream :
       {std::string(), std::string("쌀값"), enciphered.substr(0, 200), test::record(28, 0, "short"),
        test::record(67, 0, std::string(256, 'x'))}) {
    EXPECT_EQ(decipher_distribution(stream), std::nullopt) << stream.size();
  }
}

}  // namespace
}  // namespace gisa
