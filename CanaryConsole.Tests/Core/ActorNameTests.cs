using CanaryConsole.Core;

namespace CanaryConsole.Tests.Core;

public sealed class ActorNameTests
{
    [Theory]
    [InlineData("operator")]
    [InlineData("Zoë Müller-O'Neil")]
    [InlineData("ci@example.com")]
    [InlineData(" padded ")]
    public void Problem_NameThatCanStandInTheLog_IsNone(string name) => Assert.Null(ActorName.Problem(name, "name"));

    [Theory]
    [InlineData(null, "name is empty; it must be 1 to 64 letters, digits, spaces or marks.")]
    [InlineData("  ", "name is empty; it must be 1 to 64 letters, digits, spaces or marks.")]
    [InlineData("a\tb", "name has a character that cannot be printed; use letters, digits, spaces or marks.")]
    [InlineData("a\u202eb", "name has a character that cannot be printed; use letters, digits, spaces or marks.")]
    [InlineData("a\u200bb", "name has a character that cannot be printed; use letters, digits, spaces or marks.")]
    [InlineData("Monitor", "name is \"Monitor\", the name of the console's own work; choose another.")]
    public void Problem_NameThatCannot_SaysWhy(string? name, string problem) => Assert.Equal(problem, ActorName.Problem(name, "name"));

    [Fact]
    public void Problem_NameTooLong_NamesItsLengthAndTheBound() =>
        Assert.Equal("X-Actor has 65 characters; at most 64 are possible.", ActorName.Problem(new string('a', 65), "X-Actor"));

    [Fact]
    public void AreSame_UpperAndLowerCase_AreOnePerson() => Assert.True(ActorName.AreSame("Ann", "ann"));
}
