using CanaryConsole.Core.Guardrails;
using CanaryConsole.Presentation;

namespace CanaryConsole.Tests.Presentation;

public sealed class VerdictPresentationTests
{
    public static TheoryData<Type> Kinds => [.. typeof(Verdict).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Verdict)))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Badge_EveryVerdict_HasAWordAnIconAndItsReason(Type kind)
    {
        var arguments = kind.GetConstructors()[0].GetParameters().Select(parameter => parameter.ParameterType == typeof(string) ? (object)"because" : 188L);
        var verdict = (Verdict)Activator.CreateInstance(kind, [.. arguments])!;

        var badge = VerdictPresentation.Badge(verdict);

        Assert.NotEmpty(badge.Text);
        Assert.NotNull(badge.Glyph);
        Assert.Equal("because", badge.Tooltip);
    }

    [Fact]
    public void Overall_NothingJudged_IsNeutral() => Assert.Equal(Tone.Info, VerdictPresentation.Overall([]));
}
