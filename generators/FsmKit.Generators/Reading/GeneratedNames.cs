using FsmKit.Generators.Emitting;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>
/// Keeps the names of generated members and of the author apart. Private members get a prefix that no name of the author has. Members for
/// use by the author have fixed names; a member whose name is taken is left out, and a rule reports it.
/// </summary>
internal static class GeneratedNames
{
    /// <summary>Returns the prefix of private generated members.</summary>
    public static string Prefix(INamedTypeSymbol gclass)
    {
        var names = gclass.MemberNames.Concat(gclass.TypeParameters.Select(static parameter => parameter.Name)).Append(gclass.Name).ToList();
        var prefix = "Fsm_";
        for (var number = 2; names.Any(name => name.StartsWith(prefix, StringComparison.Ordinal)) || Aliases.All.Any(alias => IsSeen(gclass, prefix + alias.Name)); number++)
        {
            prefix = $"Fsm{number}_";
        }

        return prefix;
    }

    /// <summary>Whether a name around the gclass would be found before the aliases at the top of the file.</summary>
    private static bool IsSeen(INamedTypeSymbol gclass, string name)
    {
        for (var type = gclass.ContainingType; type is not null; type = type.ContainingType)
        {
            if (!type.GetMembers(name).IsEmpty || type.TypeParameters.Any(parameter => parameter.Name == name))
            {
                return true;
            }
        }

        for (var space = gclass.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            if (space.GetMembers(name).Any())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the fixed names that the author uses otherwise.</summary>
    public static IEnumerable<TakenName> Taken(INamedTypeSymbol gclass, INamedTypeSymbol? stateEnum, IReadOnlyList<EventSite> outputs)
    {
        var all = KnownNames.Overrides.Select(name => By(gclass, name, name, static _ => true));
        if (stateEnum is not null)
        {
            all = all.Append(By(gclass, KnownNames.CurrentState, KnownNames.CurrentState, static _ => true))
                .Append(By(gclass, KnownNames.ChangeState, KnownNames.ChangeState, method => Takes(method, stateEnum, byReference: false)))
                .Append(By(gclass, KnownNames.IsIn, KnownNames.IsIn, method => Takes(method, stateEnum, byReference: false)));
        }

        return all
            .Concat(outputs.Select(e => By(gclass, KnownNames.Publish, Model.MachineModel.PublishOf(e.Model.Type), method => Takes(method, e.Type, byReference: true))))
            .OfType<TakenName>();
    }

    private static TakenName? By(INamedTypeSymbol gclass, string name, string key, Func<IMethodSymbol, bool> collides)
    {
        var by = gclass.Name == name ? gclass
            : gclass.TypeParameters.FirstOrDefault(parameter => parameter.Name == name)
                ?? gclass.GetMembers(name).FirstOrDefault(member => (member is not IMethodSymbol method || collides(method)) && !IsGenerated(member));
        return by is null ? null : new TakenName(key, by);
    }

    /// <summary>
    /// Whether a method has the signature of a generated one. The compiler does not distinguish <c>in</c> from <c>ref</c> in overloads.
    /// </summary>
    private static bool Takes(IMethodSymbol method, ITypeSymbol type, bool byReference) =>
        method is { Arity: 0, Parameters.Length: 1 } && method.Parameters[0].RefKind != RefKind.None == byReference
        && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, type);

    /// <summary>
    /// Whether a member is generated. Rules see the gclass with its generated part. A generated file is recognised by its path, and a copy
    /// of it by the attributes of its members.
    /// </summary>
    public static bool IsGenerated(ISymbol member) =>
        (!member.DeclaringSyntaxReferences.IsEmpty && member.DeclaringSyntaxReferences.All(static declaration => MemberNames.IsOurs(declaration.SyntaxTree)))
        || member.GetAttributes().Any(static attribute =>
            attribute is { AttributeClass.Name: "GeneratedCodeAttribute", ConstructorArguments.Length: 2 } && attribute.ConstructorArguments[0].Value is KnownNames.Tool);
}
