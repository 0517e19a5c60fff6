using System.Reflection;
using CanaryConsole.Aws;
using CanaryConsole.Core;
using CanaryConsole.Sandbox;

namespace CanaryConsole.Tests;

/// <summary>The arrows of the house point one way: web to Core; Aws to Core; Sandbox to Aws, wire types only; web composes all.</summary>
public class ArrowsTests
{
    private static readonly Assembly Core = typeof(CanaryCore).Assembly;
    private static readonly Assembly Aws = typeof(AwsServices).Assembly;
    private static readonly Assembly Sandbox = typeof(SandboxHost).Assembly;

    [Fact]
    public void Core_KnowsNoCloudNoWebAndNoOtherRoom() =>
        Assert.DoesNotContain(References(Core), name => Starts(name, "AWSSDK", "Microsoft.AspNetCore", "Radzen", "CanaryConsole"));

    [Fact]
    public void Aws_KnowsCoreAloneAndNoWeb()
    {
        Assert.DoesNotContain(References(Aws), name => Starts(name, "Microsoft.AspNetCore", "Radzen"));
        Assert.Equal(["CanaryConsole.Core"], References(Aws).Where(name => Starts(name, "CanaryConsole")));
    }

    [Fact]
    public void Sandbox_KnowsTheWireTypesAlone()
    {
        Assert.Equal(["CanaryConsole.Aws"], References(Sandbox).Where(name => Starts(name, "CanaryConsole")));
        Assert.DoesNotContain(References(Sandbox), name => Starts(name, "AWSSDK.S3", "AWSSDK.SecurityToken"));
        Assert.DoesNotContain(SourcesOf("CanaryConsole.Sandbox"), source => source.Contains("CanaryConsole.Aws.Adapters", StringComparison.Ordinal)
            || source.Contains("CanaryConsole.Core", StringComparison.Ordinal));
    }

    [Fact]
    public void Presentation_IsPure() => Assert.DoesNotContain(
        SourcesOf(Path.Combine("CanaryConsole", "Presentation")),
        source => source.Contains("TimeProvider", StringComparison.Ordinal) || source.Contains("await ", StringComparison.Ordinal));

    private static List<string> References(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(name => name.Name!).Order(StringComparer.Ordinal)];

    private static bool Starts(string name, params string[] prefixes) => prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static IEnumerable<string> SourcesOf(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText);
}
