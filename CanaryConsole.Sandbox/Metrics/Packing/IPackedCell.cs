namespace CanaryConsole.Sandbox.Metrics.Packing;

/// <summary>A cell that is written while its period lasts, and kept as few bytes afterwards.</summary>
internal interface IPackedCell<TSelf>
    where TSelf : class, IPackedCell<TSelf>
{
    static abstract TSelf Empty();

    static abstract TSelf Unpack(ReadOnlySpan<byte> packed);

    byte[] Pack();
}
