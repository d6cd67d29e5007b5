import { AT_CHOICE, chosen, noChoice } from "./chosen.js";
import { chosenPlace, noPlace, placeLabel } from "./entries.js";
import { keep } from "./keeping.js";
import { store } from "./shared-place.js";

const PLACE = ["places", "복사할 위치"];

keep({
  complaints: () => [...noChoice(), ...noPlace(PLACE[1], "인증서를 복사할 위치를 선택해 주세요.")],
  async act() {
    const { request, facts } = chosen();
    const { place } = await store("/copies", { ...request, to: chosenPlace() });
    return { ...facts, place: placeLabel(place) };
  },
  atFields: { ...AT_CHOICE, "same-place": PLACE },
});
