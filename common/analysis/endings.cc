#include "common/analysis/endings.h"

namespace gisa {

namespace {

// Stacks such as 에서는 or 들의 are not listed: the stemmer strips one ending after the other.
// Left out on purpose: 나 (바나나, 아시아나), 라도/라는 (나라, 카메라), 대로 (청와대로), 아/야
// (names), 해 alone (인명피해), 서 (보고서), 시 (서울시).
constexpr EndingFamily kFamilies[] = {
    // Case and topic: the grammar of the sentence, never the subject of the search.
    {"case after a consonant", After::consonant, true,
     "은 이 을 과 으로 으로서 으로써 으로부터 으론 이란 이랑"},
    {"case after a vowel", After::vowel, true, "는 가 를 와"},
    {"direction after a vowel or ㄹ", After::vowel_or_rieul, true, "로 로서 로써 로부터"},
    {"case", After::anything, true,
     "의 에 에서 에선 에게 에겐 에게서 에는 에도 에만 께 께서 한테 한테서 까지 부터 보다 처럼 만큼 마다 마저 조차 밖에 "
     "이나마 에다 에다가 뿐 하고"},
    // 에는, contracted; after a number 엔 is a yen.
    {"case, contracted", After::anything, false, "엔"},
    // Delimiters. After a number 만 is ten thousand and 도 a degree.
    {"delimiter", After::anything, false, "도 만 만의 만을 만이 만은"},
    {"choice after a consonant", After::consonant, true, "이나 이라도 이든 이든지 이야말로"},
    {"choice after a vowel", After::vowel, true, "든지 야말로"},
    // Plural: 기업들 is a search for 기업.
    {"plural", After::anything, false, "들"},
    // The copula turns a noun into a predicate: 의장이다, 의장이었던, 의장인데.
    {"copula", After::anything, true,
     "이다 이며 이고 이지만 이라고 이라는 이라며 이라면 이라서 이어서 이었다 이었던 이었으며 이었고 "
     "이었지만 입니다 이었습니다 이었다고 이었다는 이다가 이라 이란다 이므로 이기 이기도 이니 이니까 이던 "
     "이었는가 이었나 이냐 인데 인지 인가 인가요 일까 인 임 이에요"},
    {"copula after a vowel", After::vowel, true,
     "였다 였는가 였나 였던 였으며 였고 였지만 였습니다 예요 라고 라며 라면 라서"},
    // 하다, 되다, 시키다, 받다 make verbs of nouns: 개발했다 is a search for 개발.
    {"하다", After::anything, false,
     "하다 하는 하며 하면 하면서 하여 하여야 하자 하지 하지만 하지는 하지도 하게 하도록 하던 하려 하려고 "
     "하려는 하려면 하기 하기로 하기도 하기에 하기를 하기는 하느라 하거나 하니 하니까 하므로 하더라도 하더니 "
     "하라 하라고 하라는 하라며 하십시오 하세요 하신 하시는 하셨다 하겠다 하겠다고 하겠다는 하겠다며 하겠습니다 "
     "한다 한다고 한다는 한다며 한다면 한다면서 한다지만 합니다 합니까 합시다 하나요 한가요 한지 한데 "
     "할지 할까 할까요 할수록 해서 해야 해도 해왔다 해온 해라 해준 해줄 했다 했던 했으며 했고 "
     "했지만 했으나 했는데 했다고 했다는 했다며 했다면 했다면서 했습니다 했을 했음 했기 했다가 했었다 했는지 했나 "
     "하는가 하였는가 하였나 했는가 하고자 했어요 했나요 했더니 했으면 했을까 하였다 하였고 하였으며 하였던 하였습니다 하신다 하실 해요"},
    {"하다, adnominal", After::anything, false, "한 할 함"},
    {"되다", After::anything, false,
     "되다 되는 되고 되며 되면 되면서 되어 되어야 되자 되지 되지만 되게 되도록 되던 되려 되려면 되기 되기도 되기에 "
     "되거나 되니 되므로 되더라도 되었다 되었던 되었으며 되었고 되었지만 되었습니다 되었다고 되었을 되었는지 "
     "되겠다 되나요 되나 된 된다 된다고 된다는 된다며 된다면 된다지만 된지 된데 될 될까 될지 될지도 될수록 됨 "
     "됩니다 됩니까 돼 돼서 돼야 돼도 됐다 됐던 됐으며 됐고 됐지만 됐으나 됐는데 됐다고 됐다는 됐다며 됐습니다 "
     "됐을 됐음 되는가 되었는가 되었나 됐는지 됐나 됐다가 되어온 돼온 돼왔다"},
    {"시키다", After::anything, false,
     "시키다 시키는 시키며 시키고 시키면 시키기 시키지 시키려 시키려는 시킨 시킨다 시킨다는 시킬 시킴 시켜 "
     "시켜서 시켜야 시켰다 시켰던 시켰으며 시켰고 시켰다고 시킵니다 시켰습니다 시켜온"},
    {"받다", After::anything, false,
     "받다 받는 받으며 받고 받으면 받기 받지 받게 받은 받을 받음 받아 받아서 받아야 받았다 받았던 받았으며 "
     "받았고 받았다고 받았지만 받는다 받습니다 받았습니다 당하다 당하는 당하고 당한 당할 당해 당했다 당했고"},
    // 적 makes adjectives of nouns.
    {"적", After::anything, false, "적 적인 적으로 적이다 적이고 적이며 적이라 적이라고"},
    // Quotations: 개선책이라고, 철수라고 are above; these follow a noun directly in headlines.
    {"quotation", After::anything, false, "이라면서 라면서 이라지만"},
};

}  // namespace

std::span<const EndingFamily> ending_families() { return kFamilies; }

}  // namespace gisa
