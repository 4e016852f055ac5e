namespace HostedSample;

/// <summary>Bytes have come in at the desk.</summary>
/// <param name="Bytes">Number of bytes.</param>
public readonly record struct EvEntry(int Bytes);
