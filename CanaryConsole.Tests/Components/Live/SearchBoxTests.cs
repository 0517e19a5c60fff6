using Bunit;
using CanaryConsole.Components.Controls;

namespace CanaryConsole.Tests.Components.Live;

public sealed class SearchBoxTests : ConsoleTestContext
{
    private readonly List<string?> _told = [];

    [Fact]
    public void Typing_EchoOfAnEarlierTextComesLate_KeepsWhatWasTypedSince()
    {
        var box = Show(null);
        box.Find("input").Input("ba");
        box.Find("input").Input("bak");

        box.Render(parameters => parameters.Add(search => search.Text, "ba"));
        Assert.Equal("bak", box.Find("input").GetAttribute("value"));
        box.Render(parameters => parameters.Add(search => search.Text, "bak"));

        Assert.Equal("bak", box.Find("input").GetAttribute("value"));
        Assert.Equal(["ba", "bak"], _told);
    }

    [Fact]
    public void Text_ChangedElsewhere_IsTaken()
    {
        var box = Show("baking");
        box.Find("input").Input("bak");
        box.Render(parameters => parameters.Add(search => search.Text, "bak"));

        box.Render(parameters => parameters.Add(search => search.Text, (string?)null));

        Assert.Equal("", box.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void Typing_SpaceAtTheEnd_StaysInTheBox()
    {
        var box = Show(null);
        box.Find("input").Input("bak ");

        box.Render(parameters => parameters.Add(search => search.Text, "bak"));

        Assert.Equal("bak ", box.Find("input").GetAttribute("value"));
    }

    private IRenderedComponent<SearchBox> Show(string? text) => Render<SearchBox>(parameters => parameters
        .Add(box => box.Text, text)
        .Add(box => box.Label, "Search")
        .Add(box => box.OnChange, told => _told.Add(told)));
}
