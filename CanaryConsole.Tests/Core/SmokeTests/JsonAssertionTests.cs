using System.Text.Json;
using CanaryConsole.Core.SmokeTests;

namespace CanaryConsole.Tests.Core.SmokeTests;

public sealed class JsonAssertionTests
{
    private const string Answer =
        """
        {"predictions":[{"score":0.25,"label":"cat"},{"score":1e3,"label":"dog"}],"model":"ranker","ok":true,"error":null,"odd name":{"it's":7},"emoji":"a😀"}
        """;

    [Theory]
    [InlineData("$")]
    [InlineData("$.model")]
    [InlineData("$.error")]
    [InlineData("!$.problem")]
    [InlineData("$.predictions[0].score == 0.25")]
    [InlineData("$.predictions[-1].score == 1000")]
    [InlineData("$.predictions[0].score >= 0 && $.predictions[0].score <= 1")]
    [InlineData("$.predictions[0].score<0.3&&$.model=='ranker'")]
    [InlineData("$.model == \"ranker\"")]
    [InlineData("$.model > 'quick'")]
    [InlineData("$.model != 7")]
    [InlineData("$.ok == true")]
    [InlineData("$.error == null")]
    [InlineData("$.problem != 'x'")]
    [InlineData("$['odd name']['it\\'s'] == 7")]
    [InlineData("$['predictions'][1]['label'] == 'dog'")]
    [InlineData("length($.predictions) == 2")]
    [InlineData("length($.predictions[0]) == 2")]
    [InlineData("length($.emoji) == 2")]
    [InlineData("length($.predictions) >= 1 && length($.predictions) < 3")]
    public void Holds_WhatTheAnswerSays_IsTrue(string text) => Assert.True(Holds(text));

    [Theory]
    [InlineData("$.problem")]
    [InlineData("!$.model")]
    [InlineData("$.predictions[2]")]
    [InlineData("$.predictions[-3]")]
    [InlineData("$.predictions.score")]
    [InlineData("$.model[0]")]
    [InlineData("$.predictions[0].score > 1")]
    [InlineData("$.predictions[0].score == '0.25'")]
    [InlineData("$.model >= 0")]
    [InlineData("$.problem == null")]
    [InlineData("$.problem < 1")]
    [InlineData("$.predictions == null")]
    [InlineData("$.ok == 'true'")]
    [InlineData("length($.ok) == 1")]
    [InlineData("length($.problem) < 1")]
    [InlineData("$.ok == true && $.problem")]
    public void Holds_WhatTheAnswerDoesNotSay_IsFalse(string text) => Assert.False(Holds(text));

    [Theory]
    [InlineData("", "at character 1 it should have a path, which begins with $")]
    [InlineData("predictions", "at character 1 it should have a path, which begins with $")]
    [InlineData("$.", "at character 3 it should have a name; one of other characters goes in ['...']")]
    [InlineData("$..score", "at character 3 it should have a name; one of other characters goes in ['...']")]
    [InlineData("$.*", "at character 3 it should have a name; one of other characters goes in ['...']")]
    [InlineData("$[*]", "at character 3 it should have a whole number or a name in quotes")]
    [InlineData("$[0:2]", "at character 4 it should have \"]\"")]
    [InlineData("$[99999999999]", "at character 3 it should have a whole number or a name in quotes")]
    [InlineData("$.a = 1", "at character 5 it should have && or the end")]
    [InlineData("$.a == ", "at character 8 it should have a number, a string in quotes, true, false or null")]
    [InlineData("$.a == 1e999", "at character 8 it should have a number, a string in quotes, true, false or null")]
    [InlineData("$.a == yes", "at character 8 it should have a number, a string in quotes, true, false or null")]
    [InlineData("$.a == 'x", "at character 10 it should have the closing quote")]
    [InlineData("$.a == 'x\\n'", "at character 11 it should have \\\\, \\' or \\\" after a backslash")]
    [InlineData("$.a == 1 || $.b", "at character 10 it should have && or the end")]
    [InlineData("$.a &&", "at character 7 it should have a path, which begins with $")]
    [InlineData("length($.a)", "at character 12 it should have a comparison of the length")]
    [InlineData("length($.a == 1", "at character 12 it should have \")\"")]
    [InlineData("count($.a) == 1", "at character 1 it should have a path, which begins with $")]
    public void Parse_Malformed_SaysWhereAndWhatItWanted(string text, string problem) =>
        Assert.Equal(problem, Assert.Throws<FormatException>(() => JsonAssertion.Parse(text)).Message);

    [Fact]
    public void Parse_TooLong_IsRefused() => Assert.Equal(
        "it has 501 characters; at most 500 are possible",
        Assert.Throws<FormatException>(() => JsonAssertion.Parse("$." + new string('a', 499))).Message);

    [Fact]
    public void Parse_PathOfManySteps_IsRefused() => Assert.Equal(
        "its path has more than 32 steps",
        Assert.Throws<FormatException>(() => JsonAssertion.Parse("$" + string.Concat(Enumerable.Repeat("[0]", 33)))).Message);

    [Fact]
    public void Holds_StringThatIsNoText_IsFalse()
    {
        using var answer = JsonDocument.Parse("""{"a":"\ud800"}""");

        Assert.False(JsonAssertion.Parse("$.a == 'x'").Holds(answer.RootElement));
    }

    private static bool Holds(string text)
    {
        using var answer = JsonDocument.Parse(Answer);
        return JsonAssertion.Parse(text).Holds(answer.RootElement);
    }
}
