namespace CanaryConsole.Core.Storage;

/// <summary>Reads the whole store and says whether it is as it was written.</summary>
public interface IChainVerifier
{
    /// <exception cref="StoreException">The store could not be read at all.</exception>
    Task<ChainVerification> VerifyAsync(CancellationToken cancellationToken);
}
