/** How OpenAPI Generator makes a client of the bundle, in the words of a shell. The tests run these lines, and generated/clients.md shows them. */

export const openApiGenerator = '7.25.0';

const jar = `openapi-generator-cli-${openApiGenerator}.jar`;

/** Brings the generator, a file, from Maven Central. */
export const fetchGenerator = `mvn -q dependency:copy -Dartifact=org.openapitools:openapi-generator-cli:${openApiGenerator} -DoutputDirectory=.`;

interface Recipe {
  name: string;
  /** Beside openapi.yaml and the generator. Writes the folder `planbok-<language>`. */
  script: string;
  /** Why its options are what they are. */
  notes: string;
}

/** The languages in which the output is compiled and run. The others of OpenAPI Generator go the same way. */
export const recipes: Record<'kotlin' | 'rust', Recipe> = {
  kotlin: {
    name: 'Kotlin',
    script: [
      `java -jar ${jar} generate -g kotlin -i openapi.yaml -o planbok-kotlin \\`,
      "  --openapi-normalizer 'SECURITY_SCHEMES_FILTER=key:apiKey|gatewayToken' \\",
      '  --additional-properties packageName=io.planbok.customercustody,library=jvm-retrofit2,useCoroutines=true \\',
      '  --additional-properties serializationLibrary=kotlinx_serialization,generateOneOfAnyOfWrappers=true',
    ].join('\n'),
    notes:
      'Only this library has a type for each result of a challenge. The filter leaves out the signature of webhooks, which no call needs: ' +
      'two keys in headers would be imported twice. Set `Serializer.kotlinxSerializationJsonConfiguration = { explicitNulls = false }` once, ' +
      'as the API refuses `null` where a field may be left out.',
  },
  rust: {
    name: 'Rust',
    script: [
      `java -jar ${jar} generate -g rust -i openapi.yaml -o planbok-rust --additional-properties packageName=planbok`,
      "perl -pi -e 's/serde\\(tag = .*\\)/serde(untagged)/' planbok-rust/src/models/*.rs",
    ].join('\n'),
    notes: 'The second line mends unions: the generator lets the union take away the field, `task` or `action`, that its members then miss.',
  },
};
