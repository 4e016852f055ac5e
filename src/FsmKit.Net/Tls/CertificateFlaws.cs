using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net;

/// <summary>Finds flaws of a certificate that make peers refuse it, although a trial handshake succeeds.</summary>
internal static class CertificateFlaws
{
    private const string AnyUsage = "2.5.29.37.0";
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>Returns the flaw as the end of a sentence that starts with the certificate's name; null without a flaw.</summary>
    public static string? Of(X509Certificate2 leaf, bool forServer)
    {
        var isSelfSigned = leaf.SubjectName.RawData.AsSpan().SequenceEqual(leaf.IssuerName.RawData);
        var wanted = forServer ? ServerAuthentication : ClientAuthentication;
        return leaf.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault() is { } usages && !Allows(usages, wanted)
                ? $"is not for {(forServer ? "servers: its extended key usage has no serverAuth" : "clients: its extended key usage has no clientAuth")}"
            : leaf.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } usage && (usage.KeyUsages & X509KeyUsageFlags.DigitalSignature) == 0
                ? "is not for signatures: its key usage has no digitalSignature"
            : !isSelfSigned && IsWeak(leaf.SignatureAlgorithm.FriendlyName)
                ? $"is signed with {leaf.SignatureAlgorithm.FriendlyName}, which is broken"
            : null;
    }

    private static bool Allows(X509EnhancedKeyUsageExtension usages, string wanted)
    {
        foreach (var usage in usages.EnhancedKeyUsages)
        {
            if (usage.Value == wanted || usage.Value == AnyUsage)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWeak(string? algorithm) => algorithm is not null
        && (algorithm.Contains("sha1", StringComparison.OrdinalIgnoreCase) || algorithm.Contains("md5", StringComparison.OrdinalIgnoreCase));
}
