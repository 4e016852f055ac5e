namespace HostedSample;

/// <summary>Bytes have come in at the desk.</summary>
/// <param name="Bytes">How many.</param>
public readonly record struct EvEntry(int Bytes);
