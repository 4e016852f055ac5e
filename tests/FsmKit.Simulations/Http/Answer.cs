namespace FsmKit.Simulations.Http;

/// <summary>A response as a client has read it.</summary>
internal sealed class Answer
{
    /// <summary>Its status.</summary>
    public int Status { get; set; }

    /// <summary>The value of <c>X-Id</c>, 0 without one.</summary>
    public int Id { get; set; }

    /// <summary>Its body, as far as it has come.</summary>
    public List<byte> Body { get; } = [];

    /// <summary>The length that was announced; null for chunks, or for what ends with the connection.</summary>
    public int? Length { get; set; }

    /// <summary>Whether it is chunked.</summary>
    public bool IsChunked { get; set; }

    /// <summary>Whether the connection ends behind it.</summary>
    public bool Closes { get; set; }
}
