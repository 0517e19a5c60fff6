using System.Net.Sockets;
using CanaryConsole.Core.Storage;
using CanaryConsole.Sandbox;
using Microsoft.AspNetCore.Connections;

namespace CanaryConsole.Hosting;

/// <summary>Which failures are the asker's to mend. They end in a sentence; everything else is a bug and keeps its stack trace.</summary>
internal static class StartupFailure
{
    public static string? Sentence(Exception exception) => exception switch
    {
        StartupException or SandboxStartException or StoreException => exception.Message,
        InvalidDataException { InnerException: not null } => $"The settings cannot be read: {exception.Message.TrimEnd('.')}: {exception.GetBaseException().Message}",
        IOException { InnerException: AddressInUseException or SocketException } => Stopped(exception.Message, "choose another port with --urls"),
        SocketException => Stopped(exception.Message, "choose another address with --urls"),
        AggregateException { InnerExceptions: [var only] } => Sentence(only),
        _ => null,
    };

    private static string Stopped(string message, string remedy) => $"The console cannot listen: {message.TrimEnd('.')}; {remedy}.";
}
