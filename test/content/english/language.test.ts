import { expect } from 'chai';
import { isEnglish } from '../../../src/content/english/language.js';

const ENGLISH = 'Search every line of every log in one place, and see at once when an error came up first.';
const OTHERS: Readonly<Record<string, string>> = {
  German:
    'Finden Sie die richtige Zeile in Sekunden und sehen Sie sofort, wann ein Fehler zum ersten Mal aufgetreten ist.',
  French:
    'Retrouvez la bonne ligne en quelques secondes et voyez tout de suite quand une erreur est apparue pour la première fois.',
  Spanish:
    'Encuentre la línea correcta en segundos y vea de inmediato cuándo apareció un error por primera vez en sus registros.',
  Italian:
    'Trova la riga giusta in pochi secondi e guarda subito quando un errore è comparso per la prima volta nei registri.',
  Dutch:
    'Vind de juiste regel binnen enkele seconden en zie meteen wanneer een fout voor het eerst in de logboeken verscheen.',
  Portuguese:
    'Encontre a linha certa em segundos e veja imediatamente quando um erro apareceu pela primeira vez nos registros.',
  Swedish:
    'Hitta rätt rad på några sekunder och se direkt när ett fel dök upp för första gången i era loggar och tjänster.',
  Danish:
    'Find den rigtige linje på få sekunder, og se med det samme, hvornår en fejl dukkede op for første gang i loggen.',
  Polish:
    'Znajdź właściwy wiersz w kilka sekund i od razu zobacz, kiedy błąd pojawił się po raz pierwszy w dziennikach.',
  Turkish:
    'Doğru satırı saniyeler içinde bulun ve bir hatanın günlüklerde ilk kez ne zaman ortaya çıktığını hemen görün.',
  Indonesian:
    'Temukan baris yang tepat dalam hitungan detik dan segera lihat kapan sebuah kesalahan pertama kali muncul.',
  Russian: 'Найдите нужную строку за секунды и сразу увидьте, когда ошибка впервые появилась в журналах.',
  Arabic: 'اعثر على السطر الصحيح في ثوانٍ وشاهد فورًا متى ظهر الخطأ لأول مرة في السجلات الخاصة بك',
  Japanese:
    '数秒で正しい行を見つけて、エラーがいつ最初に現れたかをすぐに確認できます。すべてのログを一か所で検索できます。すべてのサービスに対応しています。',
  Hindi: 'कुछ ही सेकंड में सही पंक्ति खोजें और तुरंत देखें कि त्रुटि पहली बार लॉग में कब दिखाई दी थी।',
};

describe('isEnglish', () => {
  for (const [language, text] of Object.entries(OTHERS)) {
    it(`knows ${language} from English`, () => {
      expect(isEnglish(text)).to.equal(false);
    });
  }

  for (const text of [
    ENGLISH,
    'We keep room every day for people who call in the morning. Be seen while it still matters.',
    'Merino wool socks, alpaca cardigans, mohair shawls, linen tea towels and hand-dyed yarn',
    'Shelf scan counts what a photo of the shelf shows. Know what is on the shelf without counting it.',
  ]) {
    it(`takes "${text}" for English`, () => {
      expect(isEnglish(text)).to.equal(true);
    });
  }

  it('takes a short text in Latin letters for English, and one in others for none', () => {
    expect(['', '24/7', 'Buy now', 'Jetzt kaufen'].map(isEnglish)).to.deep.equal([true, true, true, true]);
    expect(['Купить', '購入', 'Ok Ж'].map(isEnglish)).to.deep.equal([false, false, false]);
  });

  it('goes by what there is most of', () => {
    const german = OTHERS['German'] ?? '';
    expect(isEnglish(`${ENGLISH} ${ENGLISH} ${german.slice(0, 60)}`)).to.equal(true);
    expect(isEnglish(`${german} ${OTHERS['Dutch']} Buy now and see it.`)).to.equal(false);
    expect(isEnglish(`${OTHERS['Russian']} ${OTHERS['Russian']} Buy now.`)).to.equal(false);
  });
});
