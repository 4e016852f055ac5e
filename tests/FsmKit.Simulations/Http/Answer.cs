namespace FsmKit.Simulations.Http;

/// <summary>A response as a client has read it.</summary>
internal sealed class Answer
{
    /// <summary>Status of the answer.</summary>
    public int Status { get; set; }

    /// <summary>The value of <c>X-Id</c>, 0 without one.</summary>
    public int Id { get; set; }

    /// <summary>Received part of the body.</summary>
    public List<byte> Body { get; } = [];

    /// <summary>The announced length; null for chunks, and for a body that ends with the connection.</summary>
    public int? Length { get; set; }

    /// <summary>Number of early hints before it.</summary>
    public int Hints { get; init; }

    /// <summary>Whether it is chunked.</summary>
    public bool IsChunked { get; set; }

    /// <summary>Whether the connection ends behind it.</summary>
    public bool Closes { get; set; }
}
