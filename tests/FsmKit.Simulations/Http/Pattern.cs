namespace FsmKit.Simulations.Http;

/// <summary>Bodies in which each byte follows from the request and the place.</summary>
internal static class Pattern
{
    /// <summary>The byte at a place of the body of a request, or of its response.</summary>
    public static byte ByteAt(int id, long place) => (byte)((id * 37) + (place * 31) + (place >> 8));

    /// <summary>A whole body.</summary>
    public static byte[] Body(int id, int length)
    {
        var body = new byte[length];
        for (var i = 0; i < length; i++)
        {
            body[i] = ByteAt(id, i);
        }

        return body;
    }
}
