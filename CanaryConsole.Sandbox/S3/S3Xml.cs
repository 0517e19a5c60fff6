using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.S3;

internal static class S3Xml
{
    private const int MaximumBody = 2 * 1024 * 1024;

    public static readonly XNamespace Ns = "http://s3.amazonaws.com/doc/2006-03-01/";

    public static XElement Element(string name, params object?[] content) => new(Ns + name, content);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static Task WriteAsync(HttpContext context, XElement body)
    {
        using var buffer = new MemoryStream();

        // Keys may hold letters that XML has no place for; S3 writes them as references, and so must this.
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { CheckCharacters = false, Encoding = new System.Text.UTF8Encoding(false) }))
        {
            body.WriteTo(writer);
        }

        return Answer.BytesAsync(context, "application/xml", buffer.ToArray());
    }

    /// <summary>The root element of the request's body, or null where there is no body.</summary>
    public static async Task<XElement?> ReadAsync(HttpContext context, string root)
    {
        var body = await Body.ReadAsync(context, MaximumBody);
        if (body.Length == 0)
        {
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false });
            var element = XElement.Load(reader, LoadOptions.PreserveWhitespace);
            return element.Name.LocalName == root ? element : throw S3Errors.MalformedXml();
        }
        catch (XmlException)
        {
            throw S3Errors.MalformedXml();
        }
    }

    // Clients write the namespace or leave it out.
    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    public static string? Child(this XElement element, string name) => element.Children(name).FirstOrDefault()?.Value;
}
