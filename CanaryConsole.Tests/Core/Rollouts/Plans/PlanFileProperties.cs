using System.Text.Json;
using CanaryConsole.Core;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Rollouts.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace CanaryConsole.Tests.Core.Rollouts.Plans;

public class PlanFileProperties
{
    private static readonly string[] Awkward =
    [
        "", " ", "true", "No", "~", "null", "0x1F", "007", "-1", ".5", "1e3", "- a", "a: b", "a #b", "#a", "'", "\"", "a'b\"c", "{a}", "[a]", "*a", "&a", "!a", "%a", "@a", "`a", "?", "a\nb",
        "a\nb\n", "\na", "a\n\n", " a\nb", "a \nb", "a\n b", "a\r\nb", "a\tb", "\ta", "a\u0000b", "\u0085", "\u2028", "\ufeff", "ä", "日本", "😀", "---", "...", "|", ">", "a: |", "{\n  \"a\": [1]\n}", ",", "a ",
    ];

    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.Elements(Awkward),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get).Where(IsUnicode),
        Gen.Elements(Awkward).Two().Select(pair => pair.Item1 + pair.Item2));

    private static readonly Gen<double> Numbers = Gen.OneOf(
        ArbMap.Default.GeneratorFor<NormalFloat>().Select(number => number.Get),
        Gen.Elements(0d, -0d, 0.05, 1e-9, 1e21, double.MaxValue, double.Epsilon));

    private static readonly Gen<RolloutRequest> Requests =
        from texts in Words.ArrayOf(5)
        from numbers in Numbers.ArrayOf(4)
        from given in ArbMap.Default.GeneratorFor<bool>().ArrayOf(6)
        from strategy in Gen.Elements(Enum.GetValues<Strategy>())
        from version in ArbMap.Default.GeneratorFor<int?>()
        from steps in Gen.Choose(0, 3)
        select new RolloutRequest
        {
            Endpoint = texts[0],
            ModelName = given[0] ? texts[1] : null,
            PackageVersion = version,
            Strategy = strategy,
            Steps = given[1] ? [.. Enumerable.Range(0, steps).Select(step => new StepRequest(numbers[step], numbers[step + 1], given[step]))] : null,
            SoakMinutes = given[2] ? numbers[0] : null,
            AutoRollback = given[3],
            SmokePayload = given[4] ? texts[2] : null,
            SmokeContentType = given[5] ? texts[3] + texts[4] : null,
        };

    [Fact]
    public void WriteThenRead_AnyRequest_IsTheSameRequest()
    {
        Prop.ForAll(Requests.ToArbitrary(), request =>
        {
            var file = PlanFile.Write(request);
            return PlanFile.Read(file, open: true) is PlanReading.Read read && Json(read.Request) == Json(request);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(7, 11));
    }

    [Fact]
    public void Read_AnyText_AnswersRatherThanThrows()
    {
        var texts = Gen.Elements(Awkward).Or(Gen.Elements("endpoint: ", "steps:", "\n", "\n  ", "- ", "{", "}", "[", "]", ": ", "'", "\"")).ArrayOf().Select(string.Concat);

        Prop.ForAll(texts.ToArbitrary(), text => PlanFile.Read(text) is not null).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(3, 5));
    }

    private static string Json(RolloutRequest request) => JsonSerializer.Serialize(request, CoreJson.Options);

    // A lone half of a pair is no text: JSON cannot carry it either.
    private static bool IsUnicode(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                index++;
            }
            else if (char.IsSurrogate(text[index]))
            {
                return false;
            }
        }

        return true;
    }
}
