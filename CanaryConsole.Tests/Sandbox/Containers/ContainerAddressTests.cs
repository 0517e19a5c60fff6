using CanaryConsole.Sandbox;
using CanaryConsole.Sandbox.Containers;

namespace CanaryConsole.Tests.Sandbox.Containers;

public sealed class ContainerAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:9001", true)]
    [InlineData("http://localhost:9001/model-a", true)]
    [InlineData("http://[::1]:9001", true)]
    [InlineData("https://127.0.0.1:9001", false)]
    [InlineData("http://192.0.2.1:9001", false)]
    [InlineData("http://localhost.example:9001", false)]
    [InlineData("http://user@127.0.0.1:9001", false)]
    [InlineData("http://127.0.0.1:9001/?q=1", false)]
    [InlineData("123456789012.dkr.ecr.eu-central-1.amazonaws.com/image:1", false)]
    [InlineData(null, false)]
    public void TryParse_TakesHttpOnLoopbackOnly(string? text, bool isAddress) => Assert.Equal(isAddress, ContainerAddress.TryParse(text, out _));

    [Theory]
    [InlineData("http://127.0.0.1:9001", "http://127.0.0.1:9001/ping")]
    [InlineData("http://127.0.0.1:9001/model-a/", "http://127.0.0.1:9001/model-a/ping")]
    public void Container_UnderAPath_IsCalledBelowIt(string address, string ping) =>
        Assert.Equal(ping, new Container("primary", new Uri(address)).Ping.ToString());

    [Fact]
    public void Check_MappedImageWithAnAddressElsewhere_IsRefused() => Assert.Equal(
        "Sandbox:Containers maps the image 'i' to 'http://example.com': give an http address on 127.0.0.1, [::1] or localhost, as in http://127.0.0.1:9001.",
        Assert.Throws<SandboxStartException>(() => new SandboxOptions { Containers = [new() { Image = "i", Url = "http://example.com" }] }.Check()).Message);

    [Fact]
    public void Check_MappedImageWithoutAName_IsRefused() => Assert.Equal(
        "Sandbox:Containers maps an image without a name to 'http://127.0.0.1:1': give the image as models name it.",
        Assert.Throws<SandboxStartException>(() => new SandboxOptions { Containers = [new() { Url = "http://127.0.0.1:1" }] }.Check()).Message);

    [Fact]
    public void Parse_ContainersOnTheCommandLine_AreMapped()
    {
        var options = CommandLine.Parse(["--container", "a:1=http://127.0.0.1:9001", "--port", "0", "--container", "b=http://127.0.0.1:9002"]);

        Assert.Equal([("a:1", "http://127.0.0.1:9001"), ("b", "http://127.0.0.1:9002")], options.Containers.Select(one => (one.Image, one.Url)));
    }

    [Fact]
    public void Parse_ContainerWithoutAnAddress_IsRefused() => Assert.Equal(
        "--container is 'a': give IMAGE=URL, as in my-image:1=http://127.0.0.1:9001.",
        Assert.Throws<SandboxStartException>(() => CommandLine.Parse(["--container", "a"])).Message);
}
