using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ClarifyTextLanguage(string value) : ConstantClass(value)
{
    public static readonly ClarifyTextLanguage Af = new("af");
    public static readonly ClarifyTextLanguage Sq = new("sq");
    public static readonly ClarifyTextLanguage Ar = new("ar");
    public static readonly ClarifyTextLanguage Hy = new("hy");
    public static readonly ClarifyTextLanguage Eu = new("eu");
    public static readonly ClarifyTextLanguage Bn = new("bn");
    public static readonly ClarifyTextLanguage Bg = new("bg");
    public static readonly ClarifyTextLanguage Ca = new("ca");
    public static readonly ClarifyTextLanguage Zh = new("zh");
    public static readonly ClarifyTextLanguage Hr = new("hr");
    public static readonly ClarifyTextLanguage Cs = new("cs");
    public static readonly ClarifyTextLanguage Da = new("da");
    public static readonly ClarifyTextLanguage Nl = new("nl");
    public static readonly ClarifyTextLanguage En = new("en");
    public static readonly ClarifyTextLanguage Et = new("et");
    public static readonly ClarifyTextLanguage Fi = new("fi");
    public static readonly ClarifyTextLanguage Fr = new("fr");
    public static readonly ClarifyTextLanguage De = new("de");
    public static readonly ClarifyTextLanguage El = new("el");
    public static readonly ClarifyTextLanguage Gu = new("gu");
    public static readonly ClarifyTextLanguage He = new("he");
    public static readonly ClarifyTextLanguage Hi = new("hi");
    public static readonly ClarifyTextLanguage Hu = new("hu");
    public static readonly ClarifyTextLanguage Is = new("is");
    public static readonly ClarifyTextLanguage Id = new("id");
    public static readonly ClarifyTextLanguage Ga = new("ga");
    public static readonly ClarifyTextLanguage It = new("it");
    public static readonly ClarifyTextLanguage Kn = new("kn");
    public static readonly ClarifyTextLanguage Ky = new("ky");
    public static readonly ClarifyTextLanguage Lv = new("lv");
    public static readonly ClarifyTextLanguage Lt = new("lt");
    public static readonly ClarifyTextLanguage Lb = new("lb");
    public static readonly ClarifyTextLanguage Mk = new("mk");
    public static readonly ClarifyTextLanguage Ml = new("ml");
    public static readonly ClarifyTextLanguage Mr = new("mr");
    public static readonly ClarifyTextLanguage Ne = new("ne");
    public static readonly ClarifyTextLanguage Nb = new("nb");
    public static readonly ClarifyTextLanguage Fa = new("fa");
    public static readonly ClarifyTextLanguage Pl = new("pl");
    public static readonly ClarifyTextLanguage Pt = new("pt");
    public static readonly ClarifyTextLanguage Ro = new("ro");
    public static readonly ClarifyTextLanguage Ru = new("ru");
    public static readonly ClarifyTextLanguage Sa = new("sa");
    public static readonly ClarifyTextLanguage Sr = new("sr");
    public static readonly ClarifyTextLanguage Tn = new("tn");
    public static readonly ClarifyTextLanguage Si = new("si");
    public static readonly ClarifyTextLanguage Sk = new("sk");
    public static readonly ClarifyTextLanguage Sl = new("sl");
    public static readonly ClarifyTextLanguage Es = new("es");
    public static readonly ClarifyTextLanguage Sv = new("sv");
    public static readonly ClarifyTextLanguage Tl = new("tl");
    public static readonly ClarifyTextLanguage Ta = new("ta");
    public static readonly ClarifyTextLanguage Tt = new("tt");
    public static readonly ClarifyTextLanguage Te = new("te");
    public static readonly ClarifyTextLanguage Tr = new("tr");
    public static readonly ClarifyTextLanguage Uk = new("uk");
    public static readonly ClarifyTextLanguage Ur = new("ur");
    public static readonly ClarifyTextLanguage Yo = new("yo");
    public static readonly ClarifyTextLanguage Lij = new("lij");
    public static readonly ClarifyTextLanguage Xx = new("xx");

    public static ClarifyTextLanguage FindValue(string value) => FindValue<ClarifyTextLanguage>(value);

    public static implicit operator ClarifyTextLanguage(string value) => FindValue(value);
}
