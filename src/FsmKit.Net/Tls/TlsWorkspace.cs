namespace FsmKit.Net;

/// <summary>Buffers for one call of a TLS link. The links of a reactor share them, so that an idle connection holds none.</summary>
internal sealed class TlsWorkspace(Stack<TlsWorkspace> home) : IDisposable
{
    /// <summary>Largest number of plaintext bytes that are encrypted for one send.</summary>
    public const int BatchLength = 64 * 1024;

    /// <summary>Buffer for received ciphertext, or for several records that are sent together.</summary>
    public byte[] Cipher { get; } = GC.AllocateUninitializedArray<byte>(BatchLength + TlsRecord.MaxLength);

    public LentMemory Lent { get; } = new();

    /// <summary>Takes a workspace for one call. A reactor has more than one only when TLS runs inside TLS.</summary>
    public static TlsWorkspace Enter(Stack<TlsWorkspace> home) => home.TryPop(out var workspace) ? workspace : new TlsWorkspace(home);

    public void Dispose()
    {
        Lent.TakeBack();
        home.Push(this);
    }
}
