/** English words that carry grammar: no regular form is theirs ("inning", "shed"), and no compound is made of them. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those
  i me my we us our ours you your yours he him his she her hers it its they them their theirs
  who whom whose which what
  and or but nor so yet if than then because while whereas though although unless until
  of in on at by for from to into onto with within without about above across after against along
  among around as before behind below beneath beside besides between beyond despite down during
  except off out over past per since through throughout toward towards under up upon via
  am is are was were be been being has have had having do does did done doing
  can could may might must shall should will would ought
  not no all any both each either every few less more most much many neither none other same
  some such too very just only also even ever never now here there where when why how again once`
    .split(/\s+/)
    .filter(Boolean),
);
