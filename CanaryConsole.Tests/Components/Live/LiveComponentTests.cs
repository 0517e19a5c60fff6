using Bunit;
using CanaryConsole.Live;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using static CanaryConsole.Tests.Components.SnapshotBuilder;

namespace CanaryConsole.Tests.Components.Live;

public sealed class LiveComponentTests : ConsoleTestContext
{
    [Fact]
    public void FirstRender_FeedHasASnapshot_ShowsIt()
    {
        Feed.Publish(Snapshot(sequence: 7));

        Assert.Equal("7", Render<Sequence>().Markup);
    }

    [Fact]
    public void NewSnapshots_WithinTheInterval_OnlyTheLastIsDrawn()
    {
        var shown = Render<Sequence>();
        Publish(Snapshot(sequence: 1));
        shown.WaitForAssertion(() => Assert.Equal("1", shown.Markup));
        WaitForArmedTimer();

        Publish(Snapshot(sequence: 2));
        Publish(Snapshot(sequence: 3));
        Assert.Equal("1", shown.Markup);
        Clock.Advance(TimeSpan.FromMilliseconds(250));

        shown.WaitForAssertion(() => Assert.Equal("3", shown.Markup));
        Assert.Equal(3, shown.RenderCount);
    }

    [Fact]
    public void HiddenTab_NewSnapshot_IsDrawnWhenShownAgain()
    {
        var visibility = Services.GetRequiredService<PageVisibility>();
        var shown = Render<Sequence>();
        visibility.SetHidden(true);

        Publish(Snapshot(sequence: 1));
        Publish(Snapshot(sequence: 2));
        Assert.Equal("0", shown.Markup);
        visibility.SetHidden(false);

        shown.WaitForAssertion(() => Assert.Equal("2", shown.Markup));
        Assert.Equal(2, shown.RenderCount);
    }

    [Fact]
    public async Task Dispose_WhileWatching_EndsTheWatch()
    {
        var shown = Render<Sequence>();

        await shown.Instance.DisposeAsync();

        Publish(Snapshot(sequence: 1));
        Assert.Equal("0", shown.Markup);
    }

    private void WaitForArmedTimer() => Assert.True(SpinWait.SpinUntil(() => Clock.ArmedTimers > 0, TimeSpan.FromSeconds(10)));

    private sealed class Sequence : LiveComponent
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Snapshot.Sequence);
    }
}
