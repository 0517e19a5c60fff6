using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Protocol;

internal static class Answer
{
    public static async Task BytesAsync(HttpContext context, string contentType, byte[] body)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    public static Task XmlAsync(HttpContext context, XElement body) =>
        BytesAsync(context, "text/xml", Encoding.UTF8.GetBytes(body.ToString(SaveOptions.DisableFormatting)));
}
