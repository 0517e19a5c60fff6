using Bunit;
using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Components.Layout;

public sealed class YouAreTests : ConsoleTestContext
{
    public YouAreTests() => SetRendererInfo(new RendererInfo("Server", isInteractive: true));

    private string Actor => Services.GetRequiredService<Operator>().Name;

    [Fact]
    public void Name_NotGiven_IsOperator()
    {
        var foot = Render<YouAre>();

        Assert.Equal(("You are: operator", "operator"), (foot.Find("button").TextContent, Actor));
    }

    [Fact]
    public void Name_Saved_IsTheActorAndKeptInTheBrowser()
    {
        var module = JSInterop.SetupModule("/js/viewer.js");
        var foot = Render<YouAre>();

        foot.Find("button").Click();
        foot.Find("input").Input(" Ann ");
        foot.Find("form").Submit();

        Assert.Equal(("You are: Ann", "Ann"), (foot.Find("button").TextContent, Actor));
        Assert.Equal("Ann", Assert.Single(module.Invocations["remember"]).Arguments[0]);
    }

    [Theory]
    [InlineData("", "The name is empty; it must be 1 to 64 letters, digits, spaces or marks.")]
    [InlineData("monitor", "The name is \"monitor\", the name of the console's own work; choose another.")]
    public void Name_ThatCannotStandInTheLog_IsRefusedWithTheReason(string name, string problem)
    {
        var foot = Render<YouAre>();

        foot.Find("button").Click();
        foot.Find("input").Input(name);
        foot.Find("form").Submit();

        Assert.Equal((problem, "operator"), (foot.Find("[role=alert]").TextContent, Actor));
    }

    [Fact]
    public void Name_ChangedElsewhereInTheCircuit_IsShown()
    {
        var foot = Render<YouAre>();

        Services.GetRequiredService<Operator>().Call("Ben");

        foot.WaitForAssertion(() => Assert.Equal("You are: Ben", foot.Find("button").TextContent));
    }
}
