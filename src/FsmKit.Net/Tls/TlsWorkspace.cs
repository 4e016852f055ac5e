namespace FsmKit.Net;

/// <summary>What one call of a TLS link works with; the links of a reactor share it, so that a connection at rest holds none.</summary>
internal sealed class TlsWorkspace(Stack<TlsWorkspace> home) : IDisposable
{
    /// <summary>The most plaintext that is encrypted for one send.</summary>
    public const int BatchLength = 64 * 1024;

    /// <summary>Ciphertext: as it comes from the socket, or several records on their way to it.</summary>
    public byte[] Cipher { get; } = GC.AllocateUninitializedArray<byte>(BatchLength + TlsRecord.MaxLength);

    public LentMemory Lent { get; } = new();

    /// <summary>
    /// Takes the workspace of a reactor for one call. There is more than one only while TLS runs inside TLS.
    /// </summary>
    public static TlsWorkspace Enter(Stack<TlsWorkspace> home) => home.TryPop(out var workspace) ? workspace : new TlsWorkspace(home);

    public void Dispose()
    {
        Lent.TakeBack();
        home.Push(this);
    }
}
