using FsmKit.Generators.Emitting;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>
/// Keeps the names of generated members apart from the author's. Private ones get a beginning that no name of the author's has. Those that the
/// author uses have fixed names; where one is taken, it is left out, and a rule says so.
/// </summary>
internal static class GeneratedNames
{
    /// <summary>What the names of private generated members begin with.</summary>
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

    /// <summary>Whether something around the gclass has the name, and would be found before what the top of the file says.</summary>
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

    /// <summary>The fixed names that the author uses otherwise.</summary>
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

    /// <summary>Whether the signature is that of a generated method: between <c>in</c> and <c>ref</c> the compiler makes no difference.</summary>
    private static bool Takes(IMethodSymbol method, ITypeSymbol type, bool byReference) =>
        method is { Arity: 0, Parameters.Length: 1 } && method.Parameters[0].RefKind != RefKind.None == byReference
        && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, type);

    /// <summary>The rules see the gclass with its generated part. A file of the generator's is known by its path, one that was copied by what its members say.</summary>
    public static bool IsGenerated(ISymbol member) =>
        (!member.DeclaringSyntaxReferences.IsEmpty && member.DeclaringSyntaxReferences.All(static declaration => MemberNames.IsOurs(declaration.SyntaxTree)))
        || member.GetAttributes().Any(static attribute =>
            attribute is { AttributeClass.Name: "GeneratedCodeAttribute", ConstructorArguments.Length: 2 } && attribute.ConstructorArguments[0].Value is KnownNames.Tool);
}
