using System.Text;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Playground;

namespace CanaryConsole.Presentation.Playground;

/// <summary>What is to be sent, as it stands in the form.</summary>
public sealed class PlaygroundDraft
{
    public const string ByWeights = "";
    public const string SideBySide = "*";

    /// <summary>Longer texts come from a file.</summary>
    public const int LongestTyped = 60_000;

    public PayloadKind Kind { get; private set; } = PayloadKind.Json;

    public string ContentType { get; set; } = "application/json";

    public string Accept { get; set; } = "";

    public string CustomAttributes { get; set; } = "";

    public string Text { get; set; } = """{"instances":[{"smoke_test":true}]}""";

    public string? FileName { get; private set; }

    public ReadOnlyMemory<byte> File { get; private set; }

    /// <summary>A variant's name, <see cref="ByWeights"/> or <see cref="SideBySide"/>.</summary>
    public string Target { get; set; } = ByWeights;

    public bool IsFile => Kind is PayloadKind.File;

    public void Choose(PayloadKind kind)
    {
        Kind = kind;
        ContentType = kind switch
        {
            PayloadKind.Json => "application/json",
            PayloadKind.Csv => "text/csv",
            PayloadKind.Text => "text/plain",
            PayloadKind.File => "application/octet-stream",
        };
    }

    public void Take(string fileName, ReadOnlyMemory<byte> bytes, string contentType)
    {
        (FileName, File) = (fileName, bytes);
        if (contentType.Length > 0)
        {
            ContentType = contentType;
        }
    }

    public void Fill(string contentType, string accept, string customAttributes, string text)
    {
        Choose(contentType.Contains("json", StringComparison.OrdinalIgnoreCase) ? PayloadKind.Json : contentType.Contains("csv", StringComparison.OrdinalIgnoreCase) ? PayloadKind.Csv : PayloadKind.Text);
        (ContentType, Accept, CustomAttributes, Text) = (contentType, accept, customAttributes, text);
    }

    public void Fill(Sample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        Fill(sample.ContentType, sample.Accept ?? "", sample.CustomAttributes ?? "", sample.Payload);
    }

    public InvocationRequest Request(string endpoint) => new(endpoint, null, ContentType.Trim(), IsFile ? File : Encoding.UTF8.GetBytes(Text))
    {
        Accept = Accept.Trim() is { Length: > 0 } accept ? accept : null,
        CustomAttributes = CustomAttributes.Trim() is { Length: > 0 } custom ? custom : null,
    };
}

/// <summary>What a payload is made of.</summary>
public enum PayloadKind
{
    Json,
    Csv,
    Text,
    File,
}
