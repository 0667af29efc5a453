#include "searcher/cli/prompt_command.h"

#include <gtest/gtest.h>

namespace gisa {
namespace {

using Kind = PromptCommand::Kind;

TEST(PromptCommand, IsTheNumberOfAHitThatStandsAbove) {
  EXPECT_EQ(command_in("11", 11, 20).kind, Kind::open);
  EXPECT_EQ(command_in(" 20 ", 11, 20).rank, 20u);
  EXPECT_EQ(command_in("10", 11, 20).kind, Kind::query);
  EXPECT_EQ(command_in("2020", 1, 10).kind, Kind::query);
  EXPECT_EQ(command_in("1", 0, 0).kind, Kind::query) << "nothing stands above";
  EXPECT_EQ(command_in("0", 0, 0).kind, Kind::query);
  EXPECT_EQ(command_in("\"3\"", 1, 10).kind, Kind::query);
  EXPECT_EQ(command_in("3 월", 1, 10).kind, Kind::query);
}

TEST(PromptCommand, BeginsWithAColon) {
  EXPECT_EQ(command_in(":next", 1, 10).kind, Kind::next);
  EXPECT_EQ(command_in(":n ", 1, 10).kind, Kind::next);
  EXPECT_EQ(command_in(":help", 0, 0).kind, Kind::help);
  EXPECT_EQ(command_in(":quit", 0, 0).kind, Kind::unknown);
  EXPECT_EQ(command_in("press:한빛", 0, 0).kind, Kind::query);
}

}  // namespace
}  // namespace gisa
