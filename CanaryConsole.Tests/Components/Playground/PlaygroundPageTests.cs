using System.Text;
using Bunit;
using CanaryConsole.Api.Published;
using CanaryConsole.Components.Pages;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Gateway;
using CanaryConsole.Playground;
using CanaryConsole.Tests.Components.Endpoints;
using Microsoft.Extensions.DependencyInjection;
using static CanaryConsole.Tests.Components.SnapshotBuilder;

namespace CanaryConsole.Tests.Components.Playground;

public sealed class PlaygroundPageTests : ConsoleTestContext
{
    private readonly TwoModels _models = new();

    public PlaygroundPageTests()
    {
        Services.AddSingleton<IEndpointControl>(_models);
        Services.AddSingleton<IInvocationGateway>(new EndpointPageTests.FakeGateway());
        Services.AddSingleton<CountedInvocation>();
        Services.AddSingleton<PlaygroundSending>();
        Services.AddScoped<PlaygroundHistory>();
        Services.AddOptions<GatewayOptions>();
        Feed.Publish(Snapshot([Endpoint(variants: [Variant(weight: 80), Variant("challenger", "media-ranker-v8", 20)])]));
    }

    [Fact]
    public void SideBySide_TwoJsonAnswers_ShowsBothAndTheirDifference()
    {
        var page = Render<PlaygroundPage>();
        Ask(page, "side by side");

        page.Find("#send").Click();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("section.answer").Count));
        var difference = page.Find("section[aria-labelledby=difference-heading]").TextContent;
        Assert.Contains("$.score", difference);
        Assert.Contains("+0.25", difference);
        Assert.Contains("1 value the same", difference);
        Assert.Contains("champion: 200", page.Find("section[aria-labelledby=history-heading]").TextContent);
    }

    [Fact]
    public void Send_HeadersAndPayload_ReachTheModelAsTheyAre()
    {
        var page = Render<PlaygroundPage>();
        page.Find("#payload").Change("[1,2]");
        page.FindAll(".headers input")[1].Change("text/csv");
        page.FindAll(".headers input")[2].Change("trace=1");
        Ask(page, "challenger");

        page.Find("#send").Click();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("section.answer")));
        var request = Assert.Single(_models.Requests);
        Assert.Equal(("challenger", "application/json", "text/csv", "trace=1"), (request.TargetVariant, request.ContentType, request.Accept, request.CustomAttributes));
        Assert.Equal("[1,2]", Encoding.UTF8.GetString(request.Body.Span));
    }

    [Fact]
    public void Send_CustomAttributesThatAreNoAscii_AreRefusedBeforeAnythingIsSent()
    {
        var page = Render<PlaygroundPage>();
        page.FindAll(".headers input")[2].Change("größe=1");

        page.Find("#send").Click();

        Assert.Contains("visible ASCII characters only", page.Find("[role=alert]").TextContent);
        Assert.Empty(_models.Requests);
    }

    [Fact]
    public void Send_ModelFails_IsShownAsItsAnswer()
    {
        _models.Status = 500;
        var page = Render<PlaygroundPage>();

        page.Find("#send").Click();

        page.WaitForAssertion(() => Assert.Contains("500 from the model", page.Find("section.answer").TextContent));
    }

    [Fact]
    public void Cancel_WhileTheModelThinks_SaysSo()
    {
        _models.Hangs = true;
        var page = Render<PlaygroundPage>();
        page.Find("#send").Click();

        page.WaitForElement(".send .btn:not(.primary)").Click();

        page.WaitForAssertion(() => Assert.Contains("Cancelled before an answer came", page.Find("section.answer").TextContent));
    }

    [Fact]
    public void Sample_SavedUsedDeleted()
    {
        var page = Render<PlaygroundPage>();
        page.Find("#payload").Change("[7]");
        page.Find("#sample-name").Change("seven");
        page.Find("form.save").Submit();
        page.WaitForAssertion(() => Assert.Contains("sample=seven", page.Find("section[aria-labelledby=samples-heading] a").GetAttribute("href")));

        page.Find("#payload").Change("[8]");
        page.Find("[aria-label='Use seven']").Click();
        Assert.Equal("[7]", page.Find("#payload").GetAttribute("value"));

        page.Find("[aria-label='Delete seven']").Click();
        page.Find(".ask .btn.danger").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[aria-label='Use seven']")));
    }

    private static void Ask(IRenderedComponent<PlaygroundPage> page, string whom) =>
        page.FindAll("fieldset label").Single(label => label.TextContent.Trim().StartsWith(whom, StringComparison.Ordinal)).QuerySelector("input")!.Change("on");

    /// <summary>Two variants that answer a little differently.</summary>
    private sealed class TwoModels : IEndpointControl
    {
        public List<InvocationRequest> Requests { get; } = [];

        public int Status { get; set; } = 200;

        public bool Hangs { get; set; }

        public async Task<InvocationAnswer> InvokeAsync(InvocationRequest request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            if (Hangs)
            {
                await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            }

            var score = request.TargetVariant == "challenger" ? "0.75" : "0.5";
            return new InvocationAnswer(Status, request.TargetVariant ?? "champion", "application/json", Encoding.UTF8.GetBytes($$"""{"score":{{score}},"ok":true}"""), TimeSpan.FromMilliseconds(12));
        }

        public Task<IReadOnlyList<EndpointListing>> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<EndpointDescription> DescribeAsync(string endpoint, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task SetWeightsAsync(string endpoint, IReadOnlyList<VariantWeight> weights, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task AddVariantAsync(VariantAddition addition, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
