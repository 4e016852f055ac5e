namespace FsmKit.Http;

/// <summary>Finds the method of a token.</summary>
internal static class KnownMethods
{
    public static KnownMethod Find(ReadOnlySpan<byte> token)
    {
        var method = token.Length switch
        {
            3 => token[0] == 'G' ? KnownMethod.Get : KnownMethod.Put,
            4 => token[0] == 'P' ? KnownMethod.Post : KnownMethod.Head,
            5 => token[0] == 'P' ? KnownMethod.Patch : KnownMethod.Trace,
            6 => KnownMethod.Delete,
            7 => token[0] == 'O' ? KnownMethod.Options : KnownMethod.Connect,
            _ => KnownMethod.Other,
        };
        return token.SequenceEqual(Name(method)) ? method : KnownMethod.Other;
    }

    private static ReadOnlySpan<byte> Name(KnownMethod method) => method switch
    {
        KnownMethod.Get => "GET"u8,
        KnownMethod.Head => "HEAD"u8,
        KnownMethod.Post => "POST"u8,
        KnownMethod.Put => "PUT"u8,
        KnownMethod.Delete => "DELETE"u8,
        KnownMethod.Connect => "CONNECT"u8,
        KnownMethod.Options => "OPTIONS"u8,
        KnownMethod.Trace => "TRACE"u8,
        KnownMethod.Patch => "PATCH"u8,
        _ => default,
    };
}
